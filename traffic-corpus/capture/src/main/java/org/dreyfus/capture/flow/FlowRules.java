package org.dreyfus.capture.flow;

/** What makes a flow, and which packets belong to one. */
public enum FlowRules {
  /**
   * This project's rules. Innermost IP packet; a TCP SYN without ACK after FIN or RST starts a new
   * flow; later fragments follow their first; packets are used as far as they were captured; ICMP
   * has ports as Community ID v1 maps them. Bytes are those of IP packets, as long as their headers
   * say.
   */
  DREYFUS,

  /**
   * The rules of ndpiReader 4.2, so that its counts can be compared. No flow is ever split; VLANs
   * are part of the key; GRE is kept whole; later fragments and IP packets shorter than their
   * length are dropped; only TCP and UDP have ports. Bytes are captured bytes of whole frames. Not
   * imitated: ndpiReader takes IPv6 addresses for equal when the sums of their last two 32-bit
   * words are.
   */
  NDPI;

  /** A decoder for one capture. */
  public PacketDecoder newDecoder() {
    return switch (this) {
      case DREYFUS -> new DreyfusDecoder();
      case NDPI -> new NdpiDecoder();
    };
  }

  /** Whether a SYN without ACK after FIN or RST starts a new flow. */
  public boolean splitsOnNewSyn() {
    return this == DREYFUS;
  }
}
