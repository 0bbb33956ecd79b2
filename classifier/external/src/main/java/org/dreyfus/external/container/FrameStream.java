package org.dreyfus.external.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;

/**
 * One stream of a container out of the frames in which the engine sends it: a header of 8 bytes
 * (stream, three zeros, length as a big-endian 32-bit number), then that many bytes (Docker Engine
 * API, "Stream format" of the attach endpoint). Frames are passed on in pieces, so that their
 * length costs no memory.
 */
final class FrameStream extends InputStream {

  static final int OUTPUT = 1;
  static final int ERROR = 2;

  private static final int HEADER_BYTES = 8;
  private static final int BUFFER_BYTES = 64 << 10;

  private final ReadableByteChannel frames;
  private final int stream;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).flip();
  private int leftInFrame;
  private volatile boolean givenUp;

  /**
   * @param stream {@link #OUTPUT} or {@link #ERROR}: the only one that may occur
   */
  FrameStream(ReadableByteChannel frames, int stream) {
    this.frames = frames;
    this.stream = stream;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws IOException when a frame is damaged, of another stream, or cut short
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    while (leftInFrame == 0) {
      if (!readHeader()) {
        return -1;
      }
    }
    if (!buffer.hasRemaining() && !fill()) {
      return cutShort("a frame");
    }
    int count = Math.min(length, Math.min(leftInFrame, buffer.remaining()));
    buffer.get(target, offset, count);
    leftInFrame -= count;
    return count;
  }

  private boolean readHeader() throws IOException {
    while (buffer.remaining() < HEADER_BYTES) {
      if (!fill()) {
        return buffer.hasRemaining() && cutShort("a header") >= 0;
      }
    }
    int kind = buffer.getInt();
    leftInFrame = buffer.getInt();
    if (kind != stream << 24 || leftInFrame < 0) {
      throw new IOException("the engine's stream holds what is no frame of stream " + stream);
    }
    return true;
  }

  private int cutShort(String where) throws EOFException {
    if (givenUp) {
      return -1;
    }
    throw new EOFException("the engine's stream ends within " + where);
  }

  private boolean fill() throws IOException {
    buffer.compact();
    try {
      return frames.read(buffer) >= 0;
    } catch (ClosedChannelException e) {
      if (givenUp) {
        return false;
      }
      throw e;
    } finally {
      buffer.flip();
    }
  }

  /** Ends the stream for whoever reads it, and lets the engine drop what was not read. */
  void giveUp() {
    givenUp = true;
    try {
      frames.close();
    } catch (IOException e) {
      // Nothing more is read from it either way.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
