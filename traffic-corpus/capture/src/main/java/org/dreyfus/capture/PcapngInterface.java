package org.dreyfus.capture;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * An interface of a pcapng section.
 *
 * @param linkType of its frames
 * @param snapLength bytes kept of a frame; {@link Long#MAX_VALUE} when not limited
 * @param clock how its timestamps count
 */
record PcapngInterface(int linkType, long snapLength, PcapngClock clock) {

  static final int FIXED_LENGTH = 8;

  /** Options beyond this many bytes are not looked at. */
  static final int MAXIMUM_BODY_LENGTH = 65_536;

  private static final int OPTION_END = 0;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_OFFSET = 14;
  private static final int OPTION_HEADER_LENGTH = 4;

  /** Reads the body of an interface description block, at least {@link #FIXED_LENGTH} bytes. */
  static PcapngInterface read(ByteBuffer buffer, int at, int length, boolean littleEndian) {
    int linkType = shortAt(buffer, at, littleEndian);
    long snapLength = intAt(buffer, at + 4, littleEndian) & 0xffff_ffffL;
    OptionalInt resolution = OptionalInt.empty();
    long offsetSeconds = 0;
    int end = at + length;
    int option = at + FIXED_LENGTH;
    while (option + OPTION_HEADER_LENGTH <= end) {
      int code = shortAt(buffer, option, littleEndian);
      int size = shortAt(buffer, option + 2, littleEndian);
      int value = option + OPTION_HEADER_LENGTH;
      if (code == OPTION_END || value + size > end) {
        break;
      }
      if (code == OPTION_RESOLUTION && size >= 1) {
        resolution = OptionalInt.of(buffer.get(value) & 0xff);
      } else if (code == OPTION_OFFSET && size >= 8) {
        long seconds = buffer.getLong(value);
        offsetSeconds = littleEndian ? Long.reverseBytes(seconds) : seconds;
      }
      option = value + (size + 3) / 4 * 4;
    }
    return new PcapngInterface(
        linkType,
        snapLength == 0 ? Long.MAX_VALUE : snapLength,
        resolution.isPresent()
            ? new PcapngClock(resolution.getAsInt(), offsetSeconds)
            : PcapngClock.unstated(offsetSeconds));
  }

  private static int intAt(ByteBuffer buffer, int index, boolean littleEndian) {
    int value = buffer.getInt(index);
    return littleEndian ? Integer.reverseBytes(value) : value;
  }

  private static int shortAt(ByteBuffer buffer, int index, boolean littleEndian) {
    short value = buffer.getShort(index);
    return (littleEndian ? Short.reverseBytes(value) : value) & 0xffff;
  }
}
