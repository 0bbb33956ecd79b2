package org.dreyfus.classifier.reference.fingerprint;

import java.util.Set;

/**
 * eDonkey and eMule over TCP: a header of protocol byte, length (little-endian) and opcode before
 * every message. Y. Kulbak and D. Bickson, "The eMule Protocol Specification" (2005), section 2 and
 * the tables of messages.
 */
final class Edonkey implements StreamFingerprint {

  private static final int EDONKEY = 0xe3;
  private static final int EMULE = 0xc5;
  private static final int PACKED = 0xd4;
  private static final int HEADER_BYTES = 6;
  private static final long LONGEST_FIRST_MESSAGE = 100_000;

  /** First messages: log-in or hello, their answers, server texts, source search, info. */
  private static final Set<Integer> OPENING =
      Set.of(0x01, 0x02, 0x15, 0x16, 0x19, 0x32, 0x33, 0x34, 0x38, 0x40, 0x4c, 0x4e);

  @Override
  public Sighting look(Bytes opening) {
    int protocol = opening.at(0);
    if (protocol != EDONKEY && protocol != EMULE && protocol != PACKED) {
      return Sighting.NO;
    }
    if (opening.length() < HEADER_BYTES) {
      return Sighting.NEEDS_MORE;
    }
    long length = opening.littleEndian32(1);
    boolean plausible =
        length >= 1 && length <= LONGEST_FIRST_MESSAGE && OPENING.contains(opening.at(5));
    return plausible ? Sighting.marker(Network.EDONKEY) : Sighting.NO;
  }
}
