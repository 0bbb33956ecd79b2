package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Packets whose headers and contents lie. */
final class Malformed {

  private static final InetAddress FROM = Host.odd(3);
  private static final InetAddress TO = Host.odd(4);
  private static final int IP = 14;
  private static final int TRANSPORT = IP + 20;
  private static final int DAMAGED = 300;

  private final SplittableRandom random;
  private final List<byte[]> frames = new ArrayList<>();

  private Malformed(SplittableRandom random) {
    this.random = random;
  }

  static List<MadeFrame> frames(long seed) {
    Malformed malformed = new Malformed(new SplittableRandom(seed));
    malformed.lyingHeaders();
    malformed.lyingContents();
    malformed.damaged();
    return malformed.frames.stream().map(MadeFrame::whole).toList();
  }

  private byte[] tcp(int port, byte[] payload) {
    return Packets.ip(
        FROM,
        TO,
        Packets.TCP,
        Packets.tcp(FROM, 40_000 + frames.size(), TO, port, 1, 1, Packets.ACK, payload));
  }

  private byte[] udp(int port, byte[] payload) {
    return Packets.ip(
        FROM, TO, Packets.UDP, Packets.udp(FROM, 20_000 + frames.size(), TO, port, payload));
  }

  private void lyingHeaders() {
    for (int headerWords = 0; headerWords < 16; headerWords++) {
      byte[] ip = tcp(6_881, new byte[3]);
      ip[IP] = (byte) (0x40 | headerWords);
      frames.add(ip);
      byte[] transport = tcp(6_881, new byte[3]);
      transport[TRANSPORT + 12] = (byte) (headerWords << 4);
      frames.add(transport);
      byte[] version = udp(6_881, new byte[3]);
      version[IP] = (byte) (headerWords << 4 | 5);
      frames.add(version);
    }
    for (int length : new int[] {0, 1, 7, 8, 19, 20, 21, 27, 28, 1_000, 0xFFFF}) {
      byte[] total = udp(6_881, new byte[30]);
      ByteBuffer.wrap(total).putShort(IP + 2, (short) length);
      frames.add(total);
      byte[] datagram = udp(6_881, new byte[30]);
      ByteBuffer.wrap(datagram).putShort(TRANSPORT + 4, (short) length);
      frames.add(datagram);
      byte[] six = Packets.ip(Host.ipv6(0xF003), Host.ipv6(0xF004), 0, extensionHeaders());
      ByteBuffer.wrap(six).putShort(IP + 4, (short) length);
      frames.add(six);
    }
  }

  /** Hop-by-hop headers in a row, the last with a length far beyond the packet. */
  private static byte[] extensionHeaders() {
    byte[] headers = new byte[8 * 20];
    headers[headers.length - 7] = (byte) 0xFF;
    return headers;
  }

  private void lyingContents() {
    byte[] hello = Payloads.clientHello(random, "www.example.org");
    for (int at = 3; at < hello.length; at += 3) {
      byte[] spoilt = hello.clone();
      spoilt[at] = (byte) 0xFF;
      frames.add(tcp(443, spoilt));
    }
    frames.add(tcp(6_881, ByteBuffer.allocate(5).putInt(-1).put((byte) 7).array()));
    frames.add(tcp(6_881, Payloads.text("\u0013BitTorrent protocol")));
    frames.add(udp(6_881, Payloads.text("l".repeat(1_200))));
    frames.add(udp(6_881, Payloads.text("d".repeat(1_200))));
    frames.add(udp(6_881, Payloads.text("d1:ad2:id99999999999:e")));
    frames.add(udp(6_881, Payloads.text("i" + "9".repeat(400) + "e")));
    frames.add(tcp(80, Payloads.text("GET ")));
    frames.add(tcp(80, Payloads.text("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n")));
    frames.add(
        tcp(80, Payloads.text("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n")));
    byte[] loop = Payloads.dnsQuestion(1, "www");
    loop[12] = (byte) 0xC0;
    loop[13] = 12;
    frames.add(udp(53, loop));
    frames.add(tcp(4_661, new byte[] {(byte) 0xE3, -1, -1, -1, -1, 1}));
  }

  private void damaged() {
    for (int i = 0; i < DAMAGED; i++) {
      byte[] frame = i % 2 == 0 ? tcp(443, new byte[60]) : udp(6_881, new byte[60]);
      for (int bytes = random.nextInt(1, 8); bytes > 0; bytes--) {
        frame[random.nextInt(12, frame.length)] = (byte) random.nextInt();
      }
      frames.add(frame);
    }
  }
}
