package org.dreyfus.external.line;

import java.net.InetAddress;

/** How a line names a flow. */
public sealed interface FlowName {

  /**
   * By a frame that belongs to it.
   *
   * @param number among all frames of the capture, from 1
   */
  record ByFrame(long number) implements FlowName {}

  /**
   * By its Community ID, version 1, seed 0.
   *
   * @param id with the leading {@code "1:"}
   */
  record ByCommunityId(String id) implements FlowName {}

  /**
   * By its 5-tuple, in either direction.
   *
   * @param source one address
   * @param sourcePort 0 to 65535; 0 for protocols without ports; for ICMP as Community ID maps it
   * @param destination the other address
   * @param destinationPort as {@code sourcePort}
   * @param ipProtocol IANA protocol number, 0 to 255
   */
  record ByTuple(
      InetAddress source,
      int sourcePort,
      InetAddress destination,
      int destinationPort,
      int ipProtocol)
      implements FlowName {}
}
