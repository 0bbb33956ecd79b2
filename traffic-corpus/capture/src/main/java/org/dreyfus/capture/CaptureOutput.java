package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Collects little-endian bytes and hands them to a blocking channel; allocates nothing on the way.
 */
final class CaptureOutput implements AutoCloseable {

  private static final int BUFFER_BYTES = 65_536;

  private final WritableByteChannel channel;
  private final ByteBuffer pending =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  CaptureOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  /** Opens a file; what it held before is lost. */
  static WritableByteChannel truncated(Path path) throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /** Where bytes may be put: empty at first, and as full as it became since. */
  ByteBuffer pending() {
    return pending;
  }

  /**
   * The same with room for some bytes.
   *
   * @param bytes at most 65,536
   */
  ByteBuffer room(int bytes) throws IOException {
    if (pending.remaining() < bytes) {
      flush();
    }
    return pending;
  }

  /** Puts a piece of a buffer, whose position and limit are not used and not changed. */
  void put(ByteBuffer bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      room(1);
      int piece = Math.min(pending.remaining(), length - done);
      pending.put(pending.position(), bytes, offset + done, piece);
      pending.position(pending.position() + piece);
      done += piece;
    }
  }

  void flush() throws IOException {
    pending.flip();
    while (pending.hasRemaining()) {
      channel.write(pending);
    }
    pending.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
