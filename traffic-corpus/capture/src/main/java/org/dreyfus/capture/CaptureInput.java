package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * The bytes of a capture through one direct buffer that never moves. Records are read where they
 * lie; a record that runs over the end of the buffer is moved to its beginning.
 */
final class CaptureInput implements AutoCloseable {

  /** Longest frame that is accepted, in bytes: libpcap's MAXIMUM_SNAPLEN. */
  static final int MAXIMUM_FRAME = 262_144;

  private static final int HEADER_ROOM = 4_096;

  /** Unused bytes behind the data, so that native code may read words over the end. */
  private static final int TAIL_PADDING = 64;

  private static final int MAXIMUM_DATA = MAXIMUM_FRAME + HEADER_ROOM;

  private final String name;
  private final ReadableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(MAXIMUM_DATA + TAIL_PADDING);

  /** Offset in the capture of the buffer's first byte. */
  private long base;

  private int at;
  private int end;
  private boolean exhausted;

  CaptureInput(String name, ReadableByteChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  String name() {
    return name;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** Index in the buffer of the next byte. */
  int at() {
    return at;
  }

  /** Offset in the capture of the next byte. */
  long offset() {
    return base + at;
  }

  /** Bytes in the buffer that were not taken yet. */
  int available() {
    return end - at;
  }

  void take(int bytes) {
    at += bytes;
  }

  /**
   * Makes at least {@code bytes} available; may move what is in the buffer.
   *
   * @param bytes at most {@link #MAXIMUM_FRAME} and a header
   * @return false when the capture ends before
   */
  boolean require(int bytes) throws CaptureException {
    return end - at >= bytes || fill(bytes);
  }

  private boolean fill(int bytes) throws CaptureException {
    if (!exhausted) {
      buffer.limit(end).position(at).compact();
      base += at;
      end -= at;
      at = 0;
    }
    while (end < bytes && !exhausted) {
      read();
    }
    buffer.clear();
    return end - at >= bytes;
  }

  private void read() throws CaptureException {
    buffer.limit(MAXIMUM_DATA).position(end);
    try {
      exhausted = channel.read(buffer) < 0;
    } catch (IOException e) {
      exhausted = true;
      throw new CaptureException(name, base + end, Problem.unreadable(e), e);
    } finally {
      end = buffer.position();
      buffer.clear();
    }
  }

  /**
   * Takes {@code bytes} without looking at them.
   *
   * @return false when the capture ends before
   */
  boolean skip(long bytes) throws CaptureException {
    long left = bytes;
    while (left > end - at) {
      left -= end - at;
      at = end;
      if (!require(1)) {
        return false;
      }
    }
    at += (int) left;
    return true;
  }

  @Override
  public void close() throws CaptureException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CaptureException(name, offset(), Problem.unreadable(e), e);
    }
  }
}
