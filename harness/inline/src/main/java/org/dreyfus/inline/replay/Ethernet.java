package org.dreyfus.inline.replay;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Ethernet frames as they are put on the wire: one address for all clients, one for all servers.
 */
final class Ethernet {

  static final int HEADER = 14;
  static final int TYPE = 12;
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86dd;

  /** Locally administered (IEEE 802): nobody else's. */
  private static final long CLIENTS = 0x0200_0000_0001L;

  private static final long SERVERS = 0x0200_0000_0002L;

  private Ethernet() {}

  /**
   * Puts a header before an IP packet.
   *
   * @param version 4 or 6
   */
  static byte[] frame(byte[] packet, int version, boolean toServer) {
    byte[] frame = new byte[HEADER + packet.length];
    ByteBuffer header = ByteBuffer.wrap(frame);
    header.putLong((toServer ? SERVERS : CLIENTS) << 16);
    header.putLong(6, (toServer ? CLIENTS : SERVERS) << 16);
    header.putShort(TYPE, (short) (version == 4 ? IPV4 : IPV6));
    System.arraycopy(packet, 0, frame, HEADER, packet.length);
    return frame;
  }

  static int type(byte[] frame) {
    return frame.length < HEADER ? 0 : Bytes.u16(frame, TYPE);
  }

  /** The IP packet in a frame, without what fills the frame up. */
  static byte[] packet(byte[] frame) {
    return Arrays.copyOfRange(frame, HEADER, IpPacket.end(frame));
  }
}
