package org.dreyfus.capture.flow;

/**
 * What the decoder found in a frame. Reused for every frame. Offsets are indexes into the frame's
 * buffer.
 */
public final class DecodedPacket {

  int networkOffset;
  int networkLength;
  int ipProtocol;
  int transportOffset;
  int payloadOffset;
  int payloadLength;
  int tcpFlags;
  int payloadWireBytes;
  int countedBytes;
  final PacketKey key = new PacketKey();

  /** Hash of the key, noted by the {@link FlowTable} that the packet was last looked up in. */
  long flowHash;

  /** Where the flow table expects its flow, or -1. */
  int likelySlot;

  /** Start of the innermost IP header that names the flow. */
  public int networkOffset() {
    return networkOffset;
  }

  /** Captured bytes from {@link #networkOffset()} to the end of the IP packet. */
  public int networkLength() {
    return networkLength;
  }

  /** IANA protocol number of the flow. */
  public int ipProtocol() {
    return ipProtocol;
  }

  /** Start of what follows the IP header and its extensions. */
  public int transportOffset() {
    return transportOffset;
  }

  /** Start of the transport's payload; the end of the packet when there is none. */
  public int payloadOffset() {
    return payloadOffset;
  }

  /** Captured bytes of transport payload; 0 for a later fragment. */
  public int payloadLength() {
    return payloadLength;
  }

  /** TCP flags byte, 0 for other transports. RFC 9293. */
  public int tcpFlags() {
    return tcpFlags;
  }

  /**
   * Bytes of transport payload on the wire, captured or not; of a later fragment all it carries.
   */
  public int payloadWireBytes() {
    return payloadWireBytes;
  }

  /** What the packet adds to the bytes of its flow, see {@link FlowRules}. */
  public int countedBytes() {
    return countedBytes;
  }

  boolean endsConnection() {
    return (tcpFlags & (TcpFlags.FIN | TcpFlags.RST)) != 0;
  }

  boolean beginsConnection() {
    return (tcpFlags & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN;
  }
}
