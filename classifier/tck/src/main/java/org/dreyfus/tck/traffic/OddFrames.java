package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Frames that are not IP, fragments of packets, and frames that were cut short. */
final class OddFrames {

  private static final InetAddress FROM = Host.odd(1);
  private static final InetAddress TO = Host.odd(2);
  private static final InetAddress FROM6 = Host.ipv6(0xF001);
  private static final InetAddress TO6 = Host.ipv6(0xF002);
  private static final int MORE = 0x2000;
  private static final int LONGEST_CUT = 90;

  private OddFrames() {}

  /** Other link protocols, IP protocols that nobody knows, and almost nothing at all. */
  static List<MadeFrame> notIp(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> frames = new ArrayList<>();
    for (int type : new int[] {0x0806, 0x88CC, 0x88B5, 0x8847, 0x8863, 0x8864, 0x8100, 0, 46}) {
      frames.add(Packets.ethernet(type, new byte[46]));
      frames.add(Packets.ethernet(type, Payloads.noise(random, 46)));
      frames.add(Packets.ethernet(type, new byte[0]));
    }
    for (int length : new int[] {0, 1, 6, 12, 13}) {
      frames.add(new byte[length]);
    }
    for (int protocol : new int[] {0, 2, 4, 41, 43, 44, 47, 50, 51, 59, 60, 132, 253, 255}) {
      for (int length : new int[] {0, 3, 64}) {
        byte[] payload = Payloads.noise(random, length);
        frames.add(Packets.ip(FROM, TO, protocol, payload));
        frames.add(Packets.ip(FROM6, TO6, protocol, payload));
      }
    }
    return frames.stream().map(MadeFrame::whole).toList();
  }

  /**
   * Datagrams and segments in pieces: in order, out of order, overlapping, first or last missing.
   */
  static List<MadeFrame> fragments(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MadeFrame> all = new ArrayList<>();
    for (int port = 6_880; port < 6_890; port++) {
      byte[] udp = Packets.udp(FROM, port, TO, port, Payloads.noise(random, 4_000));
      byte[] tcp =
          Packets.tcp(FROM, port, TO, 80, 1, 1, Packets.ACK, Payloads.noise(random, 4_000));
      List<MadeFrame> pieces = new ArrayList<>(pieces(Packets.UDP, udp, port % 2 == 0 ? 1_480 : 8));
      pieces.addAll(pieces(Packets.TCP, tcp, 1_480));
      pieces.addAll(pieces6(udp));
      switch (port % 5) {
        case 1 -> Collections.reverse(pieces);
        case 2 -> pieces.remove(0);
        case 3 -> pieces.remove(pieces.size() - 1);
        case 4 -> pieces.addAll(pieces(Packets.UDP, udp, 1_000));
        default -> pieces.addAll(List.copyOf(pieces));
      }
      all.addAll(pieces);
    }
    return all;
  }

  private static List<MadeFrame> pieces(int protocol, byte[] packet, int size) {
    List<MadeFrame> pieces = new ArrayList<>();
    int most = Math.min(packet.length, 40 * size);
    for (int at = 0; at < most; at += size) {
      int length = Math.min(size, packet.length - at);
      int field = at / 8 | (at + length < packet.length ? MORE : 0);
      byte[] piece = ByteBuffer.allocate(length).put(packet, at, length).array();
      pieces.add(
          MadeFrame.whole(
              Packets.ethernet(Packets.IPV4, Packets.ipv4(FROM, TO, protocol, field, piece))));
    }
    return pieces;
  }

  /** RFC 8200, section 4.5. */
  private static List<MadeFrame> pieces6(byte[] packet) {
    List<MadeFrame> pieces = new ArrayList<>();
    for (int at = 0; at < packet.length; at += 1_232) {
      int length = Math.min(1_232, packet.length - at);
      byte[] piece =
          ByteBuffer.allocate(8 + length)
              .put((byte) Packets.UDP)
              .put((byte) 0)
              .putShort((short) (at | (at + length < packet.length ? 1 : 0)))
              .putInt(77)
              .put(packet, at, length)
              .array();
      pieces.add(MadeFrame.whole(Packets.ip(FROM6, TO6, 44, piece)));
    }
    return pieces;
  }

  /** Frames of several kinds, each cut to every length up to a little more than its headers. */
  static List<MadeFrame> cutShort(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> whole = new ArrayList<>();
    byte[] payload = Payloads.handshake(random, Payloads.noise(random, 20));
    byte[] hello = Payloads.clientHello(random, "www.example.org");
    whole.add(tcp(FROM, TO, 6_881, payload));
    whole.add(tcp(FROM6, TO6, 443, hello));
    whole.add(Packets.ip(FROM, TO, Packets.UDP, Packets.udp(FROM, 6_881, TO, 53, payload)));
    whole.add(Packets.ip(FROM6, TO6, Packets.UDP, Packets.udp(FROM6, 5_000, TO6, 53, payload)));
    whole.add(Packets.ip(FROM, TO, 1, Packets.echo(8, payload)));
    List<MadeFrame> all = new ArrayList<>();
    for (byte[] frame : whole) {
      for (int length = 0; length < Math.min(LONGEST_CUT, frame.length); length++) {
        all.add(MadeFrame.whole(frame).cut(length));
      }
    }
    return all;
  }

  private static byte[] tcp(InetAddress from, InetAddress to, int port, byte[] payload) {
    return Packets.ip(
        from,
        to,
        Packets.TCP,
        Packets.tcp(from, 40_000, to, port, 1, 1, Packets.PSH | Packets.ACK, payload));
  }
}
