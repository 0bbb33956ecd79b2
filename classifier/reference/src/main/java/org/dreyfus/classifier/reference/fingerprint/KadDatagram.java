package org.dreyfus.classifier.reference.fingerprint;

import org.dreyfus.classifier.Direction;

/**
 * Kad, eMule's distributed hash table: protocol byte 0xe4, opcode, and a length that fits the
 * opcode. R. Brunner, "A performance evaluation of the Kad-protocol" (2006), chapter on messages.
 */
final class KadDatagram implements DatagramFingerprint {

  private static final int KAD = 0xe4;
  private static final int ID_BYTES = 16;
  private static final int CONTACT_BYTES = 25;

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    boolean fits =
        datagram.length() >= 2
            && datagram.at(0) == KAD
            && isMessage(datagram.at(1), datagram.length() - 2);
    return fits ? Sighting.marker(Network.EDONKEY) : Sighting.NO;
  }

  private static boolean isMessage(int opcode, int body) {
    return switch (opcode) {
      case 0x00, 0x10, 0x18 -> body == CONTACT_BYTES; // bootstrap and hello of Kad 1
      case 0x01 -> body == 0; // bootstrap request of Kad 2
      case 0x09 -> body >= ID_BYTES + 5 && (body - ID_BYTES - 5) % CONTACT_BYTES == 0;
      case 0x11, 0x19 -> body >= ID_BYTES + 4; // hello of Kad 2: id, port, version, tags
      case 0x20, 0x21 -> body == 1 + 2 * ID_BYTES; // look-up: count, target, receiver
      case 0x28, 0x29 -> body > ID_BYTES && (body - ID_BYTES - 1) % CONTACT_BYTES == 0;
      default -> false;
    };
  }
}
