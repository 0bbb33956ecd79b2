package org.dreyfus.classifier.reference.fingerprint;

import org.dreyfus.classifier.Direction;

/**
 * eDonkey and eMule over UDP: protocol byte, opcode, and a length that fits the opcode. Y. Kulbak
 * and D. Bickson, "The eMule Protocol Specification" (2005), sections on UDP messages; opcodes 0x92
 * and 0x94 from eMule's own list.
 */
final class EdonkeyDatagram implements DatagramFingerprint {

  private static final int EDONKEY = 0xe3;
  private static final int EMULE = 0xc5;
  private static final int HASH_BYTES = 16;

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    if (datagram.length() < 2) {
      return Sighting.NO;
    }
    int body = datagram.length() - 2;
    boolean fits =
        switch (datagram.at(0)) {
          case EDONKEY -> isServerMessage(datagram.at(1), body);
          case EMULE -> isPeerMessage(datagram.at(1), body);
          default -> false;
        };
    return fits ? Sighting.marker(Network.EDONKEY) : Sighting.NO;
  }

  /** Between client and server. */
  private static boolean isServerMessage(int opcode, int body) {
    return switch (opcode) {
      case 0x96, 0xa2 -> body == 4; // status and description requests: a challenge
      case 0x97 -> body >= 12; // status: challenge, users, files
      case 0x9a -> body > 0 && body % HASH_BYTES == 0; // source search: hashes
      case 0x94 -> body > 0 && (body % (HASH_BYTES + 4) == 0 || body % (HASH_BYTES + 12) == 0);
      case 0x9b -> body > HASH_BYTES && (body - HASH_BYTES - 1) % 6 == 0; // hash, count, sources
      case 0x92, 0x98 -> body >= 4; // search expressions
      case 0x99 -> body > HASH_BYTES + 6; // a file's hash, source and tags
      case 0xa3 -> body >= 4; // name and description
      default -> false;
    };
  }

  /** Between clients: a file asked for again, and the answers. */
  private static boolean isPeerMessage(int opcode, int body) {
    return switch (opcode) {
      case 0x90 -> body >= HASH_BYTES;
      case 0x91 -> body >= 2;
      case 0x92, 0x93 -> body == 0;
      default -> false;
    };
  }
}
