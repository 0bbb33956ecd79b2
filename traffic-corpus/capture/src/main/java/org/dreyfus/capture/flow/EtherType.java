package org.dreyfus.capture.flow;

/** EtherTypes of IANA's registry "IEEE 802 Numbers". */
final class EtherType {

  /** Values up to this one are the length of an IEEE 802.3 frame. */
  static final int MAXIMUM_LENGTH = 1_500;

  static final int IPV4 = 0x0800;
  static final int TRANSPARENT_ETHERNET = 0x6558;
  static final int VLAN = 0x8100;
  static final int IPV6 = 0x86dd;
  static final int MPLS_UNICAST = 0x8847;
  static final int MPLS_MULTICAST = 0x8848;
  static final int PPPOE_SESSION = 0x8864;
  static final int QINQ = 0x88a8;
  static final int QINQ_OLD = 0x9100;

  private EtherType() {}
}
