package org.dreyfus.classifier.reference.fingerprint;

import java.util.Optional;
import org.dreyfus.classifier.Direction;

/**
 * The micro transport protocol that carries BitTorrent over UDP, BEP 29. Its header alone proves
 * little: sure are an ST_SYN that the other side answers with an ST_STATE of the same connection id
 * that acknowledges its number, whatever the payload is obfuscated with, and a peer handshake in
 * the payload.
 */
final class Utp implements DatagramFingerprint {

  private static final int HEADER_BYTES = 20;
  private static final int VERSION = 1;
  private static final int STATE = 2;
  private static final int SYN = 4;
  private static final int HIGHEST_EXTENSION = 4;
  private static final int CONNECTION_ID_AT = 2;
  private static final int SEQUENCE_AT = 16;
  private static final int ACKNOWLEDGED_AT = 18;

  private record Syn(Direction from, int connectionId, int sequence) {}

  private Optional<Syn> syn = Optional.empty();

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    if (!hasHeader(datagram)) {
      return Sighting.NO;
    }
    int handshake = datagram.text().indexOf(BitTorrentHandshake.OPENING, HEADER_BYTES);
    if (handshake >= 0) {
      return BitTorrentHandshake.look(datagram, handshake);
    }
    int connectionId = datagram.bigEndian16(CONNECTION_ID_AT);
    if (type(datagram) == SYN) {
      syn = Optional.of(new Syn(direction, connectionId, datagram.bigEndian16(SEQUENCE_AT)));
    } else if (type(datagram) == STATE) {
      Syn answer = new Syn(other(direction), connectionId, datagram.bigEndian16(ACKNOWLEDGED_AT));
      if (syn.filter(answer::equals).isPresent()) {
        return Sighting.marker(Network.BITTORRENT);
      }
    }
    return Sighting.NEEDS_MORE;
  }

  private static boolean hasHeader(Bytes datagram) {
    return datagram.length() >= HEADER_BYTES
        && (datagram.at(0) & 0x0f) == VERSION
        && type(datagram) <= SYN
        && datagram.at(1) <= HIGHEST_EXTENSION;
  }

  private static int type(Bytes datagram) {
    return datagram.at(0) >>> 4;
  }

  private static Direction other(Direction direction) {
    return direction == Direction.FROM_INITIATOR
        ? Direction.FROM_RESPONDER
        : Direction.FROM_INITIATOR;
  }
}
