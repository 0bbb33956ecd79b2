package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes pcapng with comments: one section, little-endian, one interface a link type, times as one
 * 64-bit count of nanoseconds. Used by one thread. Removing a file that was not written to its end
 * is the caller's business.
 *
 * <p>Source: draft-ietf-opsawg-pcapng.
 */
public final class PcapngWriter implements AutoCloseable {

  /** Longest comment, in bytes of UTF-8. */
  public static final int LONGEST_COMMENT = 0xffff;

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int OPTION_RESOLUTION = 9;
  private static final byte NANOSECONDS = 9;
  private static final int BLOCK_FRAME_LENGTH = 12;
  private static final int END_OF_OPTIONS_LENGTH = 4;

  private final CaptureOutput output;
  private final Map<Integer, Integer> interfaceByLinkType = new HashMap<>();

  private PcapngWriter(WritableByteChannel channel) {
    this.output = new CaptureOutput(channel);
  }

  /**
   * Writes to a file; what it held before is lost.
   *
   * @param comments of the section as a whole
   */
  public static PcapngWriter file(Path path, List<String> comments) throws IOException {
    return to(CaptureOutput.truncated(path), comments);
  }

  /**
   * Writes to a blocking channel, which is closed with the writer.
   *
   * @param comments of the section as a whole
   */
  public static PcapngWriter to(WritableByteChannel channel, List<String> comments)
      throws IOException {
    PcapngWriter writer = new PcapngWriter(channel);
    writer.section(comments.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
    return writer;
  }

  private void section(List<byte[]> comments) throws IOException {
    int options = 0;
    for (byte[] comment : comments) {
      options += optionLength(comment.length);
    }
    int length = BLOCK_FRAME_LENGTH + 16 + (options == 0 ? 0 : options + END_OF_OPTIONS_LENGTH);
    putInt(SECTION_HEADER);
    putInt(length);
    putInt(BYTE_ORDER_MAGIC);
    putInt(1); // version 1.0: major in the lower half
    putInt(-1);
    putInt(-1);
    for (byte[] comment : comments) {
      option(PcapngOptions.COMMENT, comment);
    }
    if (options > 0) {
      putInt(PcapngOptions.END);
    }
    putInt(length);
  }

  /** Writes a frame as it stands in its buffer. */
  public void write(Frame frame, Optional<String> comment) throws IOException {
    write(
        frame.timestampNanos(),
        frame.buffer(),
        frame.offset(),
        frame.capturedLength(),
        frame.wireLength(),
        frame.linkType(),
        comment);
  }

  /**
   * Writes one frame.
   *
   * @param timestampNanos since 1970-01-01 UTC, not negative
   * @param bytes holds the frame; its position and limit are not used and not changed
   * @param offset index of the frame's first byte
   * @param capturedLength bytes to write, at most 262,144
   * @param wireLength bytes the frame had on the wire
   * @param linkType of the frame, see {@link LinkType}
   * @throws IOException when the channel fails, or the format cannot hold time, length or comment
   */
  public void write(
      long timestampNanos,
      ByteBuffer bytes,
      int offset,
      int capturedLength,
      int wireLength,
      int linkType,
      Optional<String> comment)
      throws IOException {
    if (timestampNanos < 0 || Problem.inLengths(capturedLength, wireLength)) {
      throw new IOException(
          "pcapng cannot hold a frame of %d bytes at %d ns (at most %d bytes, from 1970 on)"
              .formatted(capturedLength, timestampNanos, CaptureInput.MAXIMUM_FRAME));
    }
    byte[] text = comment.map(c -> c.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    int options = comment.isEmpty() ? 0 : optionLength(text.length) + END_OF_OPTIONS_LENGTH;
    int source = interfaceOf(linkType);
    int length = BLOCK_FRAME_LENGTH + 20 + padded(capturedLength) + options;
    putInt(ENHANCED_PACKET);
    putInt(length);
    putInt(source);
    putInt((int) (timestampNanos >>> Integer.SIZE));
    putInt((int) timestampNanos);
    putInt(capturedLength);
    putInt(wireLength);
    putPadded(bytes, offset, capturedLength);
    if (options > 0) {
      option(PcapngOptions.COMMENT, text);
      putInt(PcapngOptions.END);
    }
    putInt(length);
  }

  private int interfaceOf(int linkType) throws IOException {
    Optional<Integer> known = Optional.ofNullable(interfaceByLinkType.get(linkType));
    if (known.isPresent()) {
      return known.get();
    }
    int length = BLOCK_FRAME_LENGTH + 8 + optionLength(1) + END_OF_OPTIONS_LENGTH;
    putInt(INTERFACE_DESCRIPTION);
    putInt(length);
    putInt(linkType & 0xffff);
    putInt(CaptureInput.MAXIMUM_FRAME);
    option(OPTION_RESOLUTION, new byte[] {NANOSECONDS});
    putInt(PcapngOptions.END);
    putInt(length);
    interfaceByLinkType.put(linkType, interfaceByLinkType.size());
    return interfaceByLinkType.size() - 1;
  }

  private void option(int code, byte[] value) throws IOException {
    putInt(code | value.length << Short.SIZE);
    putPadded(ByteBuffer.wrap(value), 0, value.length);
  }

  private static int optionLength(int bytes) throws IOException {
    if (bytes > LONGEST_COMMENT) {
      throw new IOException(
          "pcapng cannot hold a comment of %d bytes (at most %d)"
              .formatted(bytes, LONGEST_COMMENT));
    }
    return PcapngOptions.HEADER_LENGTH + padded(bytes);
  }

  private static int padded(int bytes) {
    return (bytes + 3) / 4 * 4;
  }

  private void putPadded(ByteBuffer bytes, int offset, int length) throws IOException {
    output.put(bytes, offset, length);
    for (int i = length; i < padded(length); i++) {
      output.room(1).put((byte) 0);
    }
  }

  private void putInt(int value) throws IOException {
    output.room(Integer.BYTES).putInt(value);
  }

  /** Hands everything written so far to the channel. */
  public void flush() throws IOException {
    output.flush();
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
