package org.dreyfus.inline.appliance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Frames of one client that talks to one server, each in front of a router of its own. */
public final class MadeFrames {

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;

  /** Offset of the IP header. */
  public static final int NETWORK = 14;

  private static final String ETHERNET = "02000000000b" + "02000000000a" + "0800";
  private static final String ETHERNET_IPV6 = "02000000000b" + "02000000000a" + "86dd";
  private static final String IPV4 = "4500000000000000400600000a0000010a000002";
  private static final String IPV6 =
      "6000000000000640" + "20010db8000000000000000000000001" + "20010db8000000000000000000000002";

  private MadeFrames() {}

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] frame(String headers, boolean back, int protocol, byte[] transport) {
    byte[] like = hex(headers);
    ByteBuffer made = Frames.like(like, NETWORK, back, protocol, transport);
    return Frames.withChecksums(made.array(), NETWORK);
  }

  /** From client to server. */
  public static byte[] there(int port, int sequence, int acknowledged, int flags, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
    return frame(
        ETHERNET + IPV4,
        false,
        Frames.TCP,
        Frames.tcp(port, 80, sequence, acknowledged, flags, bytes));
  }

  /** From server to client. */
  public static byte[] back(int port, int sequence, int acknowledged, int flags, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
    return frame(
        ETHERNET + IPV4,
        true,
        Frames.TCP,
        Frames.tcp(80, port, sequence, acknowledged, flags, bytes));
  }

  public static byte[] thereOverIpv6(
      int port, int sequence, int acknowledged, int flags, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
    return frame(
        ETHERNET_IPV6 + IPV6,
        false,
        Frames.TCP,
        Frames.tcp(port, 80, sequence, acknowledged, flags, bytes));
  }

  public static byte[] udp(int port, int toPort, byte[] data) {
    return frame(ETHERNET + IPV4, false, Frames.UDP, Frames.udp(port, toPort, data));
  }

  public static byte[] tcpTo(int port, int toPort, int sequence, int acknowledged, byte[] data) {
    return frame(
        ETHERNET + IPV4,
        false,
        Frames.TCP,
        Frames.tcp(port, toPort, sequence, acknowledged, PSH | ACK, data));
  }

  public static byte[] arp() {
    byte[] frame = new byte[60];
    frame[12] = 8;
    frame[13] = 6;
    return frame;
  }
}
