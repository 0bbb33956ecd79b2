package org.dreyfus.classifier;

import java.nio.ByteBuffer;

/**
 * A view of one captured packet, valid during the call that it is handed to. The object and the
 * buffer behind it are reused for the next packet.
 *
 * <p>All offsets are absolute indexes into {@link #buffer()}. Bytes outside {@code [frameOffset,
 * frameOffset + capturedLength)} belong to other packets: reading them is an error of the plugin,
 * and the conformance kit looks for it.
 */
public interface Packet {

  /** Position of this packet among all frames of the capture, from 1. */
  long number();

  /** Capture time in nanoseconds since 1970-01-01 UTC; in a blinded run shifted by a constant. */
  long timestampNanos();

  Direction direction();

  /**
   * A direct, read-only, big-endian buffer that holds the packet. Use absolute reads; position and
   * limit mean nothing.
   */
  ByteBuffer buffer();

  /** Start of the link-layer frame. */
  int frameOffset();

  /** Bytes captured of the frame; at most {@link #wireLength()}. */
  int capturedLength();

  /** Bytes the frame had on the wire. */
  int wireLength();

  /** Start of the innermost IP header that names the flow. */
  int networkOffset();

  /** Captured bytes from {@link #networkOffset()} to the end of the IP packet. */
  int networkLength();

  /** Start of the transport header (TCP, UDP, ICMP ...), or of what follows the IP header. */
  int transportOffset();

  /** Start of the transport's payload; equals the end of the packet when there is none. */
  int payloadOffset();

  /** Captured bytes of transport payload; 0 for a later fragment of a datagram. */
  int payloadLength();

  /** TCP flags byte (FIN 1, SYN 2, RST 4, PSH 8, ACK 16 ...), 0 for other transports. RFC 9293. */
  int tcpFlags();
}
