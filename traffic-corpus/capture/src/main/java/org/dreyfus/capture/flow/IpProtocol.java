package org.dreyfus.capture.flow;

/** Protocol numbers of IANA's registry "Assigned Internet Protocol Numbers". */
public final class IpProtocol {

  static final int HOP_BY_HOP = 0;
  public static final int ICMP = 1;
  static final int IPV4 = 4;
  public static final int TCP = 6;
  public static final int UDP = 17;
  static final int IPV6 = 41;
  static final int ROUTING = 43;
  static final int FRAGMENT = 44;
  public static final int GRE = 47;
  public static final int ESP = 50;
  public static final int AH = 51;
  public static final int ICMPV6 = 58;
  static final int NO_NEXT_HEADER = 59;
  static final int DESTINATION_OPTIONS = 60;
  public static final int SCTP = 132;
  static final int MOBILITY = 135;

  private IpProtocol() {}
}
