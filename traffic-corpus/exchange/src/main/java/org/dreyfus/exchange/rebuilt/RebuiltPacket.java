package org.dreyfus.exchange.rebuilt;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A packet of which only facts are known, as an Ethernet frame with IP and transport header. MAC
 * addresses, IP identification, time to live 64 and checksums of TCP and UDP (0) are made up.
 *
 * @param timestampNanos since 1970-01-01 UTC, or since the beginning of the session when the source
 *     has no absolute times
 * @param source address of the sender
 * @param sourcePort 0 when the transport has none
 * @param destination of the same address family
 * @param destinationPort 0 when the transport has none
 * @param ipProtocol IANA number
 * @param tcp what is known of the TCP header; ignored for other transports
 * @param payloadBytes of the transport on the wire
 * @param payload the beginning of it, as far as the source has it
 */
public record RebuiltPacket(
    long timestampNanos,
    InetAddress source,
    int sourcePort,
    InetAddress destination,
    int destinationPort,
    int ipProtocol,
    Tcp tcp,
    int payloadBytes,
    byte[] payload) {

  public static final int TCP = 6;
  public static final int UDP = 17;

  private static final int ETHERNET_LENGTH = 14;
  private static final int IPV4_LENGTH = 20;
  private static final int IPV6_LENGTH = 40;
  private static final int TCP_LENGTH = 20;
  private static final int UDP_LENGTH = 8;
  private static final int TIME_TO_LIVE = 64;

  /**
   * Facts of a TCP header, RFC 9293.
   *
   * @param sequence number
   * @param acknowledgement number
   * @param flags byte
   * @param window unscaled
   */
  public record Tcp(long sequence, long acknowledgement, int flags, int window) {

    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    /** For other transports. */
    public static final Tcp NONE = new Tcp(0, 0, 0, 0);
  }

  /** The frame as far as it is known; what it had on the wire is {@link #wireLength}. */
  public byte[] frame() {
    int known = Math.min(payload.length, payloadBytes);
    int network = networkLength();
    int transport = transportLength();
    ByteBuffer frame = ByteBuffer.allocate(ETHERNET_LENGTH + network + transport + known);
    frame.put(mac(destination)).put(mac(source));
    if (source instanceof Inet4Address) {
      frame.putShort((short) 0x0800);
      ipv4(frame, IPV4_LENGTH + transport + payloadBytes);
    } else {
      frame.putShort((short) 0x86dd);
      frame.putInt(0x60000000).putShort((short) (transport + payloadBytes));
      frame.put((byte) ipProtocol).put((byte) TIME_TO_LIVE);
      frame.put(source.getAddress()).put(destination.getAddress());
    }
    if (ipProtocol == TCP || ipProtocol == UDP) {
      transport(frame);
    }
    return frame.put(payload, 0, known).array();
  }

  /** Bytes that the frame had on the wire. */
  public int wireLength() {
    return ETHERNET_LENGTH + networkLength() + transportLength() + payloadBytes;
  }

  /** The IP headers that such a packet has, in bytes. */
  private int networkLength() {
    return source instanceof Inet4Address ? IPV4_LENGTH : IPV6_LENGTH;
  }

  private int transportLength() {
    return ipProtocol == TCP ? TCP_LENGTH : ipProtocol == UDP ? UDP_LENGTH : 0;
  }

  /** Locally administered, from the last bytes of the IP address. */
  private static byte[] mac(InetAddress address) {
    byte[] ip = address.getAddress();
    byte[] mac = new byte[6];
    mac[0] = 2;
    System.arraycopy(ip, ip.length - 4, mac, 2, 4);
    return mac;
  }

  private void ipv4(ByteBuffer frame, int totalLength) {
    int at = frame.position();
    frame.put((byte) 0x45).put((byte) 0).putShort((short) totalLength);
    frame.putInt(0x00004000).put((byte) TIME_TO_LIVE).put((byte) ipProtocol).putShort((short) 0);
    frame.put(source.getAddress()).put(destination.getAddress());
    frame.putShort(at + 10, (short) checksum(Arrays.copyOfRange(frame.array(), at, at + 20)));
  }

  /** RFC 1071. */
  private static int checksum(byte[] header) {
    long sum = 0;
    for (int i = 0; i < header.length; i += 2) {
      sum += (header[i] & 0xff) << 8 | header[i + 1] & 0xff;
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (int) ~sum & 0xffff;
  }

  private void transport(ByteBuffer frame) {
    frame.putShort((short) sourcePort).putShort((short) destinationPort);
    if (ipProtocol == UDP) {
      frame.putShort((short) (UDP_LENGTH + payloadBytes)).putShort((short) 0);
    } else {
      frame.putInt((int) tcp.sequence()).putInt((int) tcp.acknowledgement());
      frame.put((byte) 0x50).put((byte) tcp.flags()).putShort((short) tcp.window()).putInt(0);
    }
  }
}
