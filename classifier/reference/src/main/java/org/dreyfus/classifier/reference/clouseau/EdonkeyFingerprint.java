package org.dreyfus.classifier.reference.clouseau;

import java.util.Set;

/**
 * eDonkey and eMule: a header of protocol byte, length (little-endian) and opcode before every
 * message. Y. Kulbak and D. Bickson, "The eMule Protocol Specification" (2005), section 2.
 */
final class EdonkeyFingerprint implements Fingerprint {

  private static final int EDONKEY = 0xe3;
  private static final int EMULE = 0xc5;
  private static final int PACKED = 0xd4;
  private static final int HEADER_BYTES = 6;
  private static final long LONGEST_FIRST_MESSAGE = 100_000;

  /** First messages: log-in or hello, their answers, server texts, source search, info. */
  private static final Set<Integer> OPENING =
      Set.of(0x01, 0x38, 0x40, 0x34, 0x32, 0x33, 0x4c, 0x4e, 0x15, 0x19, 0x16, 0x02);

  private static final Set<Integer> UDP_OPCODES =
      Set.of(0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x90, 0x91, 0x92, 0x93, 0xa2, 0xa3);

  @Override
  public Sighting inStream(Bytes first) {
    int protocol = first.at(0);
    if (protocol != EDONKEY && protocol != EMULE && protocol != PACKED) {
      return Sighting.NO;
    }
    if (first.length() < HEADER_BYTES) {
      return Sighting.NEEDS_MORE;
    }
    long length = first.littleEndian32(1);
    boolean plausible =
        length >= 1 && length <= LONGEST_FIRST_MESSAGE && OPENING.contains(first.at(5));
    return plausible ? Sighting.marker(Network.EDONKEY) : Sighting.NO;
  }

  @Override
  public Sighting inDatagram(Bytes datagram) {
    boolean plausible =
        datagram.length() >= 2
            && (datagram.at(0) == EDONKEY || datagram.at(0) == EMULE)
            && UDP_OPCODES.contains(datagram.at(1));
    return plausible ? Sighting.marker(Network.EDONKEY) : Sighting.NO;
  }
}
