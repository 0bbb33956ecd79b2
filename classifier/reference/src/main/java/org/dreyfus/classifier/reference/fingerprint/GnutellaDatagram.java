package org.dreyfus.classifier.reference.fingerprint;

import java.util.Set;
import org.dreyfus.classifier.Direction;

/**
 * Gnutella over UDP: one message a datagram, a header of 23 bytes whose last four give the length
 * of the rest. T. Klingberg and R. Manfredi, "Gnutella 0.6" (RFC draft, 2002), section 2.2.
 * Gnutella 2 has "GND" in front: "Gnutella2 developer network", UDP transceiver.
 */
final class GnutellaDatagram implements DatagramFingerprint {

  private static final int HEADER_BYTES = 23;
  private static final int TYPE_AT = 16;
  private static final int TTL_AT = 17;
  private static final int HOPS_AT = 18;
  private static final int LENGTH_AT = 19;
  private static final int MOST_HOPS = 15;

  /** Ping, pong, bye, vendor message, push, query, query hit. */
  private static final Set<Integer> TYPES = Set.of(0x00, 0x01, 0x02, 0x31, 0x32, 0x40, 0x80, 0x81);

  private static final String GNUTELLA_2 = "GND";
  private static final int GNUTELLA_2_HEADER_BYTES = 8;

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    return isGnutella(datagram) || isGnutella2(datagram)
        ? Sighting.marker(Network.GNUTELLA)
        : Sighting.NO;
  }

  private static boolean isGnutella(Bytes datagram) {
    return datagram.length() >= HEADER_BYTES
        && TYPES.contains(datagram.at(TYPE_AT))
        && datagram.at(TTL_AT) + datagram.at(HOPS_AT) <= MOST_HOPS
        && datagram.littleEndian32(LENGTH_AT) == datagram.length() - HEADER_BYTES
        && hasRandomId(datagram);
  }

  /** A message id is drawn at random; padding is not. */
  private static boolean hasRandomId(Bytes datagram) {
    int zeros = 0;
    for (int i = 0; i < TYPE_AT; i++) {
      zeros += datagram.at(i) == 0 ? 1 : 0;
    }
    return zeros <= TYPE_AT / 4;
  }

  /** Flags, sequence number, and part and count of a fragmented packet. */
  private static boolean isGnutella2(Bytes datagram) {
    return datagram.length() >= GNUTELLA_2_HEADER_BYTES
        && datagram.startsWith(GNUTELLA_2)
        && datagram.at(3) <= 3
        && datagram.at(6) >= 1
        && (datagram.at(7) == 0 || datagram.at(6) <= datagram.at(7));
  }
}
