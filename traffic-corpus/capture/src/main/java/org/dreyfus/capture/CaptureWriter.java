package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * Writes pcap 2.4, little-endian, nanoseconds. Used by one thread; allocates nothing per frame.
 * Removing a file that was not written to its end is the caller's business.
 */
public final class CaptureWriter implements AutoCloseable {

  /** What stands before each frame. */
  public static final int RECORD_HEADER_BYTES = PcapFormat.RECORD_HEADER_LENGTH;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long LAST_SECOND = 0xffff_ffffL;

  private final CaptureOutput output;

  private CaptureWriter(WritableByteChannel channel, int linkType) {
    this.output = new CaptureOutput(channel);
    output
        .pending()
        .putInt(PcapFormat.MAGIC_NANOS)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(0)
        .putInt(0)
        .putInt(CaptureInput.MAXIMUM_FRAME)
        .putInt(linkType);
  }

  /**
   * Writes to a file; what it held before is lost.
   *
   * @param linkType of every frame, see {@link LinkType}
   */
  public static CaptureWriter file(Path path, int linkType) throws IOException {
    return to(CaptureOutput.truncated(path), linkType);
  }

  /**
   * Writes to a blocking channel, which is closed with the writer.
   *
   * @param linkType of every frame, see {@link LinkType}
   */
  public static CaptureWriter to(WritableByteChannel channel, int linkType) {
    return new CaptureWriter(channel, linkType);
  }

  /** Writes a frame as it stands in its buffer. */
  public void write(Frame frame) throws IOException {
    write(
        frame.timestampNanos(),
        frame.buffer(),
        frame.offset(),
        frame.capturedLength(),
        frame.wireLength());
  }

  /** Writes a frame that was captured whole. */
  public void write(long timestampNanos, byte[] bytes) throws IOException {
    write(timestampNanos, ByteBuffer.wrap(bytes), 0, bytes.length, bytes.length);
  }

  /**
   * Writes one frame.
   *
   * @param timestampNanos since 1970-01-01 UTC, up to the year 2106
   * @param bytes holds the frame; its position and limit are not used and not changed
   * @param offset index of the frame's first byte
   * @param capturedLength bytes to write, at most 262,144
   * @param wireLength bytes the frame had on the wire
   * @throws IOException when the channel fails, or the format cannot hold the frame's time or
   *     length
   */
  public void write(
      long timestampNanos, ByteBuffer bytes, int offset, int capturedLength, int wireLength)
      throws IOException {
    long seconds = Math.floorDiv(timestampNanos, NANOS_PER_SECOND);
    if (seconds < 0 || seconds > LAST_SECOND) {
      throw new IOException(
          "pcap cannot hold the time %d ns (1970 to 2106 only)".formatted(timestampNanos));
    }
    if (Problem.inLengths(capturedLength, wireLength)) {
      throw new IOException(
          "pcap cannot hold a frame of %d bytes (at most %d)"
              .formatted(capturedLength, CaptureInput.MAXIMUM_FRAME));
    }
    output
        .room(RECORD_HEADER_BYTES)
        .putInt((int) seconds)
        .putInt((int) Math.floorMod(timestampNanos, NANOS_PER_SECOND))
        .putInt(capturedLength)
        .putInt(wireLength);
    output.put(bytes, offset, capturedLength);
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
