package org.dreyfus.tck.traffic;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** What ordinary flows carry: enough of each protocol that a classifier may take it for one. */
final class Payloads {

  private Payloads() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] noise(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] httpRequest(String host, String path) {
    return text("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: made-up/1\r\n\r\n");
  }

  static byte[] httpAnswer(byte[] body) {
    return joined(
        text("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "),
        text(body.length + "\r\n\r\n"),
        body);
  }

  /** A TLS 1.2 ClientHello with a server name: RFC 5246, RFC 6066. */
  static byte[] clientHello(SplittableRandom random, String name) {
    byte[] host = text(name);
    ByteBuffer extension =
        ByteBuffer.allocate(9 + host.length)
            .putShort((short) 0)
            .putShort((short) (5 + host.length))
            .putShort((short) (3 + host.length))
            .put((byte) 0)
            .putShort((short) host.length)
            .put(host);
    int length = 2 + 32 + 1 + 2 + 4 + 2 + 2 + extension.capacity();
    return ByteBuffer.allocate(9 + length)
        .put(new byte[] {22, 3, 1})
        .putShort((short) (4 + length))
        .put(new byte[] {1, 0})
        .putShort((short) length)
        .putShort((short) 0x0303)
        .put(noise(random, 32))
        .put((byte) 0)
        .putShort((short) 4)
        .putInt(0xC02F_C030)
        .put(new byte[] {1, 0})
        .putShort((short) extension.capacity())
        .put(extension.array())
        .array();
  }

  /** A TLS record of application data. */
  static byte[] tlsData(SplittableRandom random, int length) {
    return ByteBuffer.allocate(5 + length)
        .put(new byte[] {23, 3, 3})
        .putShort((short) length)
        .put(noise(random, length))
        .array();
  }

  /** BitTorrent's peer handshake: BEP 3. */
  static byte[] handshake(SplittableRandom random, byte[] infoHash) {
    return joined(
        new byte[] {19},
        text("BitTorrent protocol"),
        new byte[8],
        infoHash,
        text("-MU0001-"),
        noise(random, 12));
  }

  /** BitTorrent's piece message: BEP 3. */
  static byte[] piece(SplittableRandom random, int length) {
    return ByteBuffer.allocate(13 + length)
        .putInt(9 + length)
        .put((byte) 7)
        .putInt(0)
        .putInt(0)
        .put(noise(random, length))
        .array();
  }

  /** A tracker's compact answer: BEP 23. */
  static byte[] trackerAnswer(List<InetAddress> peers, int port) {
    ByteBuffer compact = ByteBuffer.allocate(6 * peers.size());
    peers.forEach(peer -> compact.put(peer.getAddress()).putShort((short) port));
    return joined(
        text("d8:intervali1800e5:peers" + compact.capacity() + ":"), compact.array(), text("e"));
  }

  /** A DHT query: BEP 5. */
  static byte[] dhtPing(SplittableRandom random) {
    return joined(text("d1:ad2:id20:"), noise(random, 20), text("e1:q4:ping1:t2:aa1:y1:qe"));
  }

  /** The answer that the name has no address. */
  static byte[] dnsAnswer(int id, String label) {
    byte[] answer = dnsQuestion(id, label);
    answer[2] = (byte) 0x81;
    answer[3] = (byte) 0x80;
    return answer;
  }

  /** A DNS question for an address: RFC 1035. */
  static byte[] dnsQuestion(int id, String label) {
    return joined(
        ByteBuffer.allocate(12)
            .putShort((short) id)
            .putShort((short) 0x100)
            .putInt(0x10000)
            .array(),
        new byte[] {(byte) label.length()},
        text(label),
        text("\u0007example\u0000"),
        new byte[] {0, 1, 0, 1});
  }

  /** The opening message of an eDonkey client to a server. */
  static byte[] edonkeyLogin(SplittableRandom random) {
    return joined(
        new byte[] {(byte) 0xE3, 34, 0, 0, 0, 1},
        noise(random, 16),
        new byte[] {0, 0, 0, 0, 0x36, 0x12, 1, 0, 0, 0, 3, 1, 0, 0x11, 0x3C, 0, 0});
  }
}
