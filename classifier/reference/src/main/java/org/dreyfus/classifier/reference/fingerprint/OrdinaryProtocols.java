package org.dreyfus.classifier.reference.fingerprint;

/** Protocols whose first bytes are binary and mostly random, and that are nevertheless known. */
final class OrdinaryProtocols {

  private static final int HIGHEST_TLS_MINOR = 9;
  private static final int OPENVPN_RESET_CLIENT = 0x38;
  private static final int OPENVPN_RESET_SERVER = 0x40;
  private static final int OPENVPN_RESET_CLIENT_3 = 0x50;

  private OrdinaryProtocols() {}

  /** Whether the opening is that of one of them. */
  static boolean open(Bytes opening) {
    return isTls(opening)
        || isOpenVpn(opening)
        || isSmb(opening)
        || isTpkt(opening)
        || isRtmp(opening);
  }

  /** A handshake or data record of SSL 3 or TLS: RFC 8446, section 5.1. */
  private static boolean isTls(Bytes opening) {
    return opening.length() >= 3
        && (opening.at(0) == 0x16 || opening.at(0) == 0x17)
        && opening.at(1) == 0x03
        && opening.at(2) <= HIGHEST_TLS_MINOR;
  }

  /** A length and a hard reset: "OpenVPN protocol", network protocol, TCP transport. */
  private static boolean isOpenVpn(Bytes opening) {
    if (opening.length() < 3) {
      return false;
    }
    int length = opening.bigEndian16(0);
    int opcode = opening.at(2) & 0xf8;
    return length >= 14
        && length <= opening.length() - 2
        && (opcode == OPENVPN_RESET_CLIENT
            || opcode == OPENVPN_RESET_SERVER
            || opcode == OPENVPN_RESET_CLIENT_3);
  }

  /** A NetBIOS session message with SMB 1, 2 or 3 in it: [MS-SMB2], section 2.1. */
  private static boolean isSmb(Bytes opening) {
    return opening.length() >= 8
        && opening.at(0) == 0
        && opening.at(4) >= 0xfd
        && opening.at(5) == 'S'
        && opening.at(6) == 'M'
        && opening.at(7) == 'B';
  }

  /** Remote Desktop and H.323: TPKT version 3, RFC 1006, section 6. */
  private static boolean isTpkt(Bytes opening) {
    return opening.length() >= 4 && opening.at(0) == 3 && opening.at(1) == 0;
  }

  /** Version 3, a time, four zeros, random bytes: Adobe's RTMP 1.0, section 5.2. */
  private static boolean isRtmp(Bytes opening) {
    return opening.length() >= 9 && opening.at(0) == 3 && opening.bigEndian32(5) == 0;
  }
}
