package org.dreyfus.capture;

import java.nio.ByteBuffer;

/** Makes a {@link Frame} of bytes that have just arrived on an Ethernet interface. */
public final class ArrivedFrame {

  private final ByteBuffer buffer;
  private final Frame frame = new Frame();
  private long arrived;

  /**
   * @param longest the most bytes of a frame that it can take
   */
  public ArrivedFrame(int longest) {
    this.buffer = ByteBuffer.allocateDirect(longest);
  }

  /** The frame: the same object always, with what {@link #take} took last. */
  public Frame frame() {
    return frame;
  }

  /**
   * Takes the next frame, numbered from 1.
   *
   * @param bytes are copied
   * @param length how many of them are the frame's
   * @param timestampNanos when it arrived, since 1970-01-01 UTC
   * @throws IndexOutOfBoundsException when it is longer than the longest
   */
  public void take(byte[] bytes, int length, long timestampNanos) {
    buffer.put(0, bytes, 0, length);
    arrived++;
    frame.place(buffer, 0, length, length);
    frame.describe(arrived, timestampNanos, LinkType.ETHERNET);
  }
}
