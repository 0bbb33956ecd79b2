package org.dreyfus.inline.appliance.meddling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.inline.appliance.Frames;

/**
 * Requests for peers, and searches. Recognised when they stand at the start of a segment or
 * datagram, in the clear.
 */
enum Request {
  /** BEP 3. */
  HTTP_ANNOUNCE("http-announce", true),

  /** BEP 15. */
  UDP_ANNOUNCE("udp-announce", true),

  /** The Gnutella Protocol Specification v0.4: descriptor 0x80. */
  GNUTELLA_QUERY("gnutella-query", false),

  /** Y. Kulbak and D. Bickson, The eMule Protocol Specification, 2005: 0x16 and 0x98. */
  EDONKEY_SEARCH("edonkey-search", false),

  /** The same: 0x19 and 0x9a. */
  EDONKEY_SOURCES("edonkey-sources", false);

  static final int GNUTELLA_HEADER = 23;
  static final int EDONKEY_TCP_HEADER = 6;
  static final int EDONKEY_UDP_HEADER = 2;

  private static final int UDP_ANNOUNCE_BYTES = 98;
  private static final int UDP_ACTION = 8;
  private static final int UDP_EVENT = 80;
  private static final int LAST_EVENT = 3;
  private static final int GNUTELLA_TYPE = 16;
  private static final int GNUTELLA_TTL = 17;
  private static final int GNUTELLA_HOPS = 18;
  private static final int GNUTELLA_LENGTH = 19;
  private static final int GNUTELLA_QUERY_TYPE = 0x80;
  private static final int MOST_HOPS = 15;
  private static final int EDONKEY = 0xe3;
  private static final byte[] GET = "GET ".getBytes(ISO_8859_1);
  private static final byte[] INFO_HASH = "info_hash=".getBytes(ISO_8859_1);

  private final String id;
  private final boolean toTracker;

  Request(String id, boolean toTracker) {
    this.id = id;
    this.toTracker = toTracker;
  }

  String id() {
    return id;
  }

  boolean isToTracker() {
    return toTracker;
  }

  /** The request that a packet carries. */
  static Optional<Request> in(byte[] frame, DecodedPacket packet) {
    int at = packet.payloadOffset();
    int end = at + packet.payloadLength();
    if (packet.ipProtocol() == Frames.TCP) {
      return inStream(frame, at, end);
    }
    return packet.ipProtocol() == Frames.UDP ? inDatagram(frame, at, end) : Optional.empty();
  }

  private static Optional<Request> inStream(byte[] frame, int at, int end) {
    if (isHttpAnnounce(frame, at, end)) {
      return Optional.of(HTTP_ANNOUNCE);
    } else if (end - at > EDONKEY_TCP_HEADER
        && Frames.u8(frame, at) == EDONKEY
        && littleEndian(frame, at + 1) == end - at - 5) {
      return switch (Frames.u8(frame, at + 5)) {
        case 0x16 -> Optional.of(EDONKEY_SEARCH);
        case 0x19 -> Optional.of(EDONKEY_SOURCES);
        default -> Optional.empty();
      };
    }
    return gnutella(frame, at, end);
  }

  private static boolean isHttpAnnounce(byte[] frame, int at, int end) {
    if (!Frames.has(frame, at, end, GET)) {
      return false;
    }
    for (int i = at; i < end && frame[i] != '\r'; i++) {
      if (Frames.has(frame, i, end, INFO_HASH)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Request> inDatagram(byte[] frame, int at, int end) {
    if (end - at >= UDP_ANNOUNCE_BYTES
        && Frames.i32(frame, at + UDP_ACTION) == 1
        && Integer.compareUnsigned(Frames.i32(frame, at + UDP_EVENT), LAST_EVENT) <= 0) {
      return Optional.of(UDP_ANNOUNCE);
    } else if (end - at > EDONKEY_UDP_HEADER && Frames.u8(frame, at) == EDONKEY) {
      return switch (Frames.u8(frame, at + 1)) {
        case 0x98 -> Optional.of(EDONKEY_SEARCH);
        case 0x9a -> Optional.of(EDONKEY_SOURCES);
        default -> Optional.empty();
      };
    }
    return gnutella(frame, at, end);
  }

  private static Optional<Request> gnutella(byte[] frame, int at, int end) {
    boolean query =
        end - at > GNUTELLA_HEADER + 2
            && Frames.u8(frame, at + GNUTELLA_TYPE) == GNUTELLA_QUERY_TYPE
            && Frames.u8(frame, at + GNUTELLA_TTL) + Frames.u8(frame, at + GNUTELLA_HOPS)
                <= MOST_HOPS
            && littleEndian(frame, at + GNUTELLA_LENGTH) == end - at - GNUTELLA_HEADER;
    return query ? Optional.of(GNUTELLA_QUERY) : Optional.empty();
  }

  static int littleEndian(byte[] bytes, int at) {
    return Integer.reverseBytes(Frames.i32(bytes, at));
  }
}
