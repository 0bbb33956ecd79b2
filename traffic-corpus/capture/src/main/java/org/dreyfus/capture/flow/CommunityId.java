package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.dreyfus.classifier.FlowKey;

/**
 * Names a flow in the way that other tools name it: Community ID, version 1
 * (github.com/corelight/community-id-spec).
 */
public final class CommunityId {

  private static final String VERSION = "1:";
  private static final int LONGEST = 2 + 2 * 16 + 2 + 4;

  private CommunityId() {}

  /** The identifier with the usual seed, 0: {@code "1:LQU9qZlK+B5F3KDmev6m5PMibrg="}. */
  public static String of(FlowKey key) {
    return of(key, 0);
  }

  /**
   * The identifier of a flow, the same in both directions.
   *
   * @param seed 0 to 65535; sets the identifiers of one site apart from those of others
   */
  public static String of(FlowKey key, int seed) {
    byte[] initiator = key.initiator().getAddress();
    byte[] responder = key.responder().getAddress();
    boolean asItIs = isOneWay(key) || isOrdered(initiator, key, responder);
    ByteBuffer tuple = ByteBuffer.allocate(LONGEST);
    tuple.putShort((short) seed);
    tuple.put(asItIs ? initiator : responder).put(asItIs ? responder : initiator);
    tuple.put((byte) key.ipProtocol()).put((byte) 0);
    if (hasPorts(key.ipProtocol())) {
      tuple.putShort((short) (asItIs ? key.initiatorPort() : key.responderPort()));
      tuple.putShort((short) (asItIs ? key.responderPort() : key.initiatorPort()));
    }
    byte[] digest = sha1(tuple.flip());
    return VERSION + Base64.getEncoder().encodeToString(digest);
  }

  private static boolean isOrdered(byte[] initiator, FlowKey key, byte[] responder) {
    int order = Arrays.compareUnsigned(initiator, responder);
    return order < 0 || order == 0 && key.initiatorPort() <= key.responderPort();
  }

  private static boolean isOneWay(FlowKey key) {
    return IcmpPorts.isOneWay(key.ipProtocol(), key.initiatorPort());
  }

  private static boolean hasPorts(int ipProtocol) {
    return switch (ipProtocol) {
      case IpProtocol.ICMP, IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMPV6, IpProtocol.SCTP ->
          true;
      default -> false;
    };
  }

  private static byte[] sha1(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(bytes);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
