package org.dreyfus.classifier.reference.accuser;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dreyfus.classifier.AccusationSink;

/** Everybody who was named, with the first reason. At most 100,000. */
final class Accused {

  private static final int MOST = 100_000;

  private final Map<InetAddress, String> reasons = new LinkedHashMap<>();

  /**
   * Accuses one address.
   *
   * @param address four or sixteen bytes in network order; others, and that of no host, are ignored
   */
  void add(byte[] address, String reason) {
    boolean nobody = Arrays.equals(address, new byte[address.length]);
    if (!nobody && (address.length == 4 || address.length == 16) && reasons.size() < MOST) {
      reasons.putIfAbsent(ofBytes(address), reason);
    }
  }

  private static InetAddress ofBytes(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four and sixteen bytes are addresses", e);
    }
  }

  void tell(AccusationSink accusations) {
    reasons.forEach(accusations::accuse);
  }
}
