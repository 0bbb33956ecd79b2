package org.dreyfus.classifier.reference.accuser;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dreyfus.classifier.reference.stream.EdonkeyMessage;

/**
 * Sources in answers of eDonkey servers and Kad nodes. Y. Kulbak and D. Bickson, "The eMule
 * Protocol Specification" (2005), "Found sources" and "UDP get sources answer"; R. Brunner, "A
 * performance evaluation of the Kad-protocol" (2006), search results; tags as eMule writes them.
 */
final class EdonkeySources {

  private static final int HASH_BYTES = 16;
  private static final int FOUND_SOURCES = 0x42;
  private static final int FOUND_SOURCES_OBFUSCATED = 0x44;
  private static final int FOUND_SOURCES_UDP = 0x9b;
  private static final int KAD_SEARCH_RESULT = 0x3b;
  private static final int SOURCE_ADDRESS = 0xfe;
  private static final int HAS_KEY = 0x80;

  /** Ids below this are no addresses: the client cannot be reached, a server speaks for it. */
  private static final long LOWEST_ADDRESS = 0x1000000;

  private EdonkeySources() {}

  static void of(EdonkeyMessage message, Accused accused) {
    ByteBuffer body = ByteBuffer.wrap(message.body()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      if (message.protocol() == EdonkeyMessage.EDONKEY) {
        ofServer(message.opcode(), body, accused);
      } else if (message.protocol() == EdonkeyMessage.KAD
          && message.opcode() == KAD_SEARCH_RESULT) {
        ofKad(body, accused);
      }
    } catch (BufferUnderflowException | IllegalArgumentException cutOrDamaged) {
      return; // what came before the cut has been taken
    }
  }

  /** Hash, number of sources, and for each its id and port. */
  private static void ofServer(int opcode, ByteBuffer body, Accused accused) {
    boolean obfuscated = opcode == FOUND_SOURCES_OBFUSCATED;
    if (!obfuscated && opcode != FOUND_SOURCES && opcode != FOUND_SOURCES_UDP) {
      return;
    }
    skip(body, HASH_BYTES);
    int sources = body.get() & 0xff;
    for (int i = 0; i < sources; i++) {
      int id = body.getInt();
      body.getShort();
      if (Integer.toUnsignedLong(id) >= LOWEST_ADDRESS) {
        accused.add(networkOrder(Integer.reverseBytes(id)), "named by an eDonkey server");
      }
      if (obfuscated && (body.get() & HAS_KEY) != 0) {
        skip(body, HASH_BYTES);
      }
    }
  }

  /** Sender, target, number of results, and for each its id and tags. */
  private static void ofKad(ByteBuffer body, Accused accused) {
    skip(body, 2 * HASH_BYTES);
    int results = body.getShort() & 0xffff;
    for (int result = 0; result < results; result++) {
      skip(body, HASH_BYTES);
      int tags = body.get() & 0xff;
      for (int tag = 0; tag < tags; tag++) {
        KadTag.read(body)
            .filter(read -> read.name() == SOURCE_ADDRESS)
            .flatMap(KadTag::number)
            .map(number -> networkOrder(number.intValue()))
            .ifPresent(address -> accused.add(address, "named by a Kad node"));
      }
    }
  }

  private static byte[] networkOrder(int address) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(address).array();
  }

  static void skip(ByteBuffer body, int bytes) {
    body.position(body.position() + bytes);
  }

  /**
   * One tag.
   *
   * @param name its one byte; 0 when it is longer
   * @param number its value, when it is a number of four bytes
   */
  record KadTag(int name, Optional<Long> number) {

    private static final int SHORT_NAME = 0x80;

    /** Type, name with its length in front, value. Empty for a value that is no number. */
    static Optional<KadTag> read(ByteBuffer body) {
      int type = body.get() & 0xff;
      int name = name(body, (type & SHORT_NAME) != 0);
      return switch (type & ~SHORT_NAME) {
        case 0x01 -> skipped(body, HASH_BYTES);
        case 0x02 -> skipped(body, body.getShort() & 0xffff);
        case 0x03 -> Optional.of(new KadTag(name, Optional.of((long) body.getInt())));
        case 0x04 -> skipped(body, 4);
        case 0x07 -> skipped(body, body.getInt());
        case 0x08 -> skipped(body, 2);
        case 0x09 -> skipped(body, 1);
        case 0x0a -> skipped(body, body.get() & 0xff);
        case 0x0b -> skipped(body, 8);
        default -> throw new IllegalArgumentException("unknown tag");
      };
    }

    private static int name(ByteBuffer body, boolean isShort) {
      int length = isShort ? 1 : body.getShort() & 0xffff;
      int first = length > 0 ? body.get() & 0xff : 0;
      skip(body, Math.max(0, length - 1));
      return length == 1 ? first : 0;
    }

    private static Optional<KadTag> skipped(ByteBuffer body, int bytes) {
      skip(body, bytes);
      return Optional.empty();
    }
  }
}
