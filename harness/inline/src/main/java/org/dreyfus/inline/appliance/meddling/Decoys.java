package org.dreyfus.inline.appliance.meddling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.inline.appliance.Frames;

/** Answers that name peers who do not exist. */
final class Decoys {

  private static final int ACK_PSH = 0x18;
  private static final int INTERVAL_SECONDS = 1_800;
  private static final int SIZE_BYTES = 4_000_000;
  private static final int HASH_BYTES = 16;
  private static final int LARGEST_ANSWER = 1_200;
  private static final String NO_NAME = "decoy";

  private final MadeUp madeUp;
  private final int peers;

  /**
   * @param peers in one answer, where it can hold several
   */
  Decoys(MadeUp madeUp, int peers) {
    this.madeUp = madeUp;
    this.peers = peers;
  }

  /** The frame that answers a request in the name of whom it was for. */
  byte[] answer(Request request, byte[] frame, DecodedPacket packet) {
    boolean tcp = packet.ipProtocol() == Frames.TCP;
    int at = packet.payloadOffset();
    int end = at + packet.payloadLength();
    byte[] payload =
        switch (request) {
          case HTTP_ANNOUNCE -> http();
          case UDP_ANNOUNCE -> udpAnnounce(frame, at);
          case GNUTELLA_QUERY -> queryHit(frame, at, end);
          case EDONKEY_SEARCH -> edonkey(tcp, tcp ? 0x33 : 0x99, searchResult(frame, at, end, tcp));
          case EDONKEY_SOURCES -> edonkey(tcp, tcp ? 0x42 : 0x9b, sources(frame, at, end, tcp));
        };
    int transport = packet.transportOffset();
    int from = Frames.u16(frame, transport + 2);
    int to = Frames.u16(frame, transport);
    byte[] whole =
        tcp
            ? Frames.tcp(
                from,
                to,
                Frames.i32(frame, transport + 8),
                Frames.i32(frame, transport + 4) + packet.payloadWireBytes(),
                ACK_PSH,
                payload)
            : Frames.udp(from, to, payload);
    int network = packet.networkOffset();
    return Frames.withChecksums(
        Frames.like(frame, network, true, packet.ipProtocol(), whole).array(), network);
  }

  /** BEP 23: address and port, six bytes each, in network byte order. */
  private byte[] compactPeers() {
    ByteBuffer all = ByteBuffer.allocate(6 * peers);
    for (int i = 0; i < peers; i++) {
      all.putInt(madeUp.address()).putShort((short) madeUp.port());
    }
    return all.array();
  }

  private byte[] http() {
    String before =
        "d8:completei%de10:incompletei0e8:intervali%de5:peers%d:"
            .formatted(peers, INTERVAL_SECONDS, 6 * peers);
    int length = before.length() + 6 * peers + 1;
    String head =
        "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
            .formatted(length);
    ByteBuffer all = ByteBuffer.allocate(head.length() + length);
    all.put(head.getBytes(ISO_8859_1)).put(before.getBytes(ISO_8859_1));
    return all.put(compactPeers()).put((byte) 'e').array();
  }

  private byte[] udpAnnounce(byte[] frame, int at) {
    ByteBuffer all = ByteBuffer.allocate(20 + 6 * peers);
    all.putInt(1).putInt(Frames.i32(frame, at + 12));
    all.putInt(INTERVAL_SECONDS).putInt(0).putInt(peers);
    return all.put(compactPeers()).array();
  }

  private byte[] queryHit(byte[] frame, int at, int end) {
    byte[] name = words(frame, at + Request.GNUTELLA_HEADER + 2, end);
    int length = 11 + 8 + name.length + 2 + HASH_BYTES;
    ByteBuffer all = little(Request.GNUTELLA_HEADER + length);
    all.put(frame, at, 16).put((byte) 0x81).put((byte) 1).put((byte) 0).putInt(length);
    all.put((byte) 1).putShort((short) madeUp.port());
    all.putInt(Integer.reverseBytes(madeUp.address())).putInt(1_000);
    all.putInt(1).putInt(SIZE_BYTES).put(name).putShort((short) 0);
    return all.putLong(madeUp.number()).putLong(madeUp.number()).array();
  }

  /** One file of two tags, name and size; over TCP counted, and followed by "there is no more". */
  private byte[] searchResult(byte[] frame, int at, int end, boolean tcp) {
    int first = at + (tcp ? Request.EDONKEY_TCP_HEADER : Request.EDONKEY_UDP_HEADER);
    boolean oneWord = first + 3 <= end && frame[first] == 1;
    byte[] name = words(frame, oneWord ? first + 3 : end, end);
    ByteBuffer all = little((tcp ? 5 : 0) + HASH_BYTES + 6 + 4 + 6 + name.length + 8);
    if (tcp) {
      all.putInt(1);
    }
    all.putLong(madeUp.number()).putLong(madeUp.number());
    all.putInt(Integer.reverseBytes(madeUp.address())).putShort((short) madeUp.port());
    all.putInt(2);
    all.put((byte) 2).putShort((short) 1).put((byte) 1);
    all.putShort((short) name.length).put(name);
    all.put((byte) 3).putShort((short) 1).put((byte) 2).putInt(SIZE_BYTES);
    return all.array();
  }

  private byte[] sources(byte[] frame, int at, int end, boolean tcp) {
    int hash = at + (tcp ? Request.EDONKEY_TCP_HEADER : Request.EDONKEY_UDP_HEADER);
    ByteBuffer all = little(HASH_BYTES + 1 + 6 * peers);
    all.put(Arrays.copyOfRange(frame, hash, Math.min(end, hash + HASH_BYTES)));
    all.position(HASH_BYTES).put((byte) peers);
    for (int i = 0; i < peers; i++) {
      all.putInt(Integer.reverseBytes(madeUp.address())).putShort((short) madeUp.port());
    }
    return all.array();
  }

  private static byte[] edonkey(boolean tcp, int code, byte[] body) {
    ByteBuffer all = little(body.length + (tcp ? 6 : 2)).put((byte) 0xe3);
    if (tcp) {
      all.putInt(body.length + 1);
    }
    return all.put((byte) code).put(body).array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What was searched for: decoys go by the names of wanted works. */
  private static byte[] words(byte[] frame, int from, int end) {
    int to = from;
    while (to < end && to - from < LARGEST_ANSWER && frame[to] >= ' ') {
      to++;
    }
    return to > from ? Arrays.copyOfRange(frame, from, to) : NO_NAME.getBytes(ISO_8859_1);
  }
}
