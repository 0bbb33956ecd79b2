package org.dreyfus.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Options of a pcapng block: draft-ietf-opsawg-pcapng, section 3.5. */
final class PcapngOptions {

  static final int END = 0;
  static final int COMMENT = 1;
  static final int HEADER_LENGTH = 4;

  private PcapngOptions() {}

  /**
   * The comments among the options, in their order; those cut short are left out.
   *
   * @param at index of the first option
   * @param length bytes of all options
   */
  static List<String> comments(ByteBuffer buffer, int at, int length, boolean littleEndian) {
    List<String> comments = List.of();
    int end = at + length;
    int option = at;
    while (option + HEADER_LENGTH <= end) {
      int code = shortAt(buffer, option, littleEndian);
      int size = shortAt(buffer, option + 2, littleEndian);
      int value = option + HEADER_LENGTH;
      if (code == END || value + size > end) {
        break;
      }
      if (code == COMMENT) {
        comments = comments.isEmpty() ? new ArrayList<>() : comments;
        comments.add(text(buffer, value, size));
      }
      option = value + (size + 3) / 4 * 4;
    }
    return comments;
  }

  private static String text(ByteBuffer buffer, int at, int length) {
    byte[] bytes = new byte[length];
    buffer.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int shortAt(ByteBuffer buffer, int index, boolean littleEndian) {
    short value = buffer.getShort(index);
    return (littleEndian ? Short.reverseBytes(value) : value) & 0xffff;
  }
}
