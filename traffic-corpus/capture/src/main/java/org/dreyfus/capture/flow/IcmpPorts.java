package org.dreyfus.capture.flow;

/**
 * Stands ICMP types and codes in for ports, so that a request and its reply are one flow: the
 * mapping of the Community ID specification, version 1.
 */
final class IcmpPorts {

  /** Set in a result when answers do not come back on the same flow. */
  static final int ONE_WAY = 0x8000_0000;

  private static final int NONE = -1;

  private IcmpPorts() {}

  /** Type in bits 16 to 23; the type of the answer, or the code with {@link #ONE_WAY}, below. */
  static int ofIcmp(int type, int code) {
    int answer =
        switch (type) {
          case 0 -> 8;
          case 8 -> 0;
          case 9 -> 10;
          case 10 -> 9;
          case 13 -> 14;
          case 14 -> 13;
          case 15 -> 16;
          case 16 -> 15;
          case 17 -> 18;
          case 18 -> 17;
          default -> NONE;
        };
    return ports(type, code, answer);
  }

  /** As {@link #ofIcmp}. */
  static int ofIcmpv6(int type, int code) {
    int answer =
        switch (type) {
          case 128 -> 129;
          case 129 -> 128;
          case 130 -> 131;
          case 131 -> 130;
          case 133 -> 134;
          case 134 -> 133;
          case 135 -> 136;
          case 136 -> 135;
          case 139 -> 140;
          case 140 -> 139;
          case 144 -> 145;
          case 145 -> 144;
          default -> NONE;
        };
    return ports(type, code, answer);
  }

  /** Whether flows of that ICMP type have no answers; false for other protocols. */
  static boolean isOneWay(int ipProtocol, int type) {
    return switch (ipProtocol) {
      case IpProtocol.ICMP -> (ofIcmp(type, 0) & ONE_WAY) != 0;
      case IpProtocol.ICMPV6 -> (ofIcmpv6(type, 0) & ONE_WAY) != 0;
      default -> false;
    };
  }

  private static int ports(int type, int code, int answer) {
    return answer == NONE ? ONE_WAY | type << 16 | code : type << 16 | answer;
  }
}
