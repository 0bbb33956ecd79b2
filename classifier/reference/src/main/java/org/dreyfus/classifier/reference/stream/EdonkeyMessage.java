package org.dreyfus.classifier.reference.stream;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One message of eDonkey, eMule or Kad, unpacked. Y. Kulbak and D. Bickson, "The eMule Protocol
 * Specification" (2005), section 2.
 *
 * @param protocol 0xe3 eDonkey, 0xc5 eMule, 0xe4 Kad
 * @param opcode 0 to 255
 * @param body what follows the opcode
 */
public record EdonkeyMessage(int protocol, int opcode, byte[] body) {

  public static final int EDONKEY = 0xe3;
  public static final int EMULE = 0xc5;
  public static final int KAD = 0xe4;
  static final int PACKED = 0xd4;
  private static final int PACKED_KAD = 0xe5;
  private static final int LARGEST_UNPACKED_BYTES = 256 << 10;

  /** Whether a byte begins a message of a TCP connection. */
  static boolean beginsStream(int first) {
    return first == EDONKEY || first == EMULE || first == PACKED;
  }

  /**
   * A message that came in one datagram.
   *
   * @return empty when it is none
   */
  public static Optional<EdonkeyMessage> ofDatagram(byte[] payload) {
    if (payload.length < 2) {
      return Optional.empty();
    }
    int first = payload[0] & 0xff;
    boolean one =
        first == EDONKEY
            || first == EMULE
            || first == KAD
            || first == PACKED
            || first == PACKED_KAD;
    return one
        ? of(first, payload[1] & 0xff, Arrays.copyOfRange(payload, 2, payload.length))
        : Optional.empty();
  }

  /** Empty when it is packed and cannot be unpacked. */
  static Optional<EdonkeyMessage> of(int protocol, int opcode, byte[] body) {
    return switch (protocol) {
      case PACKED -> unpack(body).map(plain -> new EdonkeyMessage(EMULE, opcode, plain));
      case PACKED_KAD -> unpack(body).map(plain -> new EdonkeyMessage(KAD, opcode, plain));
      default -> Optional.of(new EdonkeyMessage(protocol, opcode, body));
    };
  }

  private static Optional<byte[]> unpack(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] plain = new byte[LARGEST_UNPACKED_BYTES];
      int length = inflater.inflate(plain);
      return length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(plain, length));
    } catch (DataFormatException damaged) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
