package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps recorded addresses to those of a run, one to one.
 *
 * <p>IPv4: each octet from 100 to 199 is drawn anew from 100 to 199 and every other octet stays, so
 * that the text form keeps its width and a payload can be rewritten in place. Lab addresses have
 * the form 10.1dd.1dd.1dd. IPv6: the interface identifier (last 8 bytes) is drawn anew. Multicast,
 * broadcast, loopback, link-local and unspecified addresses stay.
 */
public final class AddressKey {

  private static final int FIRST = 100;
  private static final int SPAN = 100;

  private final Map<InetAddress, InetAddress> forward;

  private AddressKey(Map<InetAddress, InetAddress> forward) {
    this.forward = Map.copyOf(forward);
  }

  /**
   * Draws a new address for each recorded one.
   *
   * @param key secret of the session
   * @param fixed mapping decided elsewhere: infrastructure that keeps one address in all sessions
   * @param recorded addresses to map, beside those in {@code fixed}
   */
  public static AddressKey draw(
      byte[] key, Map<InetAddress, InetAddress> fixed, Collection<InetAddress> recorded) {
    KeyStream stream = new KeyStream(key, "address");
    Map<InetAddress, InetAddress> map = new HashMap<>(fixed);
    Set<InetAddress> taken = new HashSet<>(fixed.values());
    recorded.stream()
        .filter(address -> !map.containsKey(address))
        .sorted((a, b) -> a.getHostAddress().compareTo(b.getHostAddress()))
        .forEach(address -> map.put(address, drawOne(stream, address, taken)));
    return new AddressKey(map);
  }

  /** The address of this run, or empty when the address is not one to be rewritten. */
  public Optional<InetAddress> rekeyed(InetAddress recorded) {
    return Optional.ofNullable(forward.get(recorded));
  }

  /** Recorded to rekeyed. */
  public Map<InetAddress, InetAddress> mapping() {
    return forward;
  }

  private static InetAddress drawOne(
      KeyStream stream, InetAddress address, Set<InetAddress> taken) {
    if (staysAsItIs(address)) {
      return address;
    }
    for (int attempt = 0; attempt < 10_000; attempt++) {
      InetAddress candidate = redrawn(address, stream.draw(address.getHostAddress(), attempt));
      if (taken.add(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "no free address of the form of " + address.getHostAddress() + " is left");
  }

  /** Whether an address is nobody's own: multicast, broadcast, loopback, link-local, none. */
  public static boolean staysAsItIs(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean broadcast = bytes.length == 4 && bytes[3] == (byte) 255;
    return broadcast
        || address.isMulticastAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress();
  }

  private static InetAddress redrawn(InetAddress address, long random) {
    byte[] bytes = address.getAddress();
    long rest = random;
    if (bytes.length == 4) {
      for (int i = 0; i < 4; i++) {
        int octet = bytes[i] & 0xff;
        if (octet >= FIRST && octet < FIRST + SPAN) {
          bytes[i] = (byte) (FIRST + rest % SPAN);
          rest /= SPAN;
        }
      }
    } else {
      for (int i = 8; i < 16; i++) {
        bytes[i] = (byte) rest;
        rest >>>= 8;
      }
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
