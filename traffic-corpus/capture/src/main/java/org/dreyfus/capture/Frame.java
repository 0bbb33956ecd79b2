package org.dreyfus.capture;

import java.nio.ByteBuffer;

/**
 * One captured frame: a place in the reader's buffer. The object is reused for every frame and the
 * bytes are valid until the next one is read.
 */
public final class Frame {

  private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

  private ByteBuffer buffer = NOTHING;
  private long number;
  private long timestampNanos;
  private int offset;
  private int capturedLength;
  private int wireLength;
  private int linkType;

  void place(ByteBuffer in, int at, int captured, int onWire) {
    buffer = in;
    offset = at;
    capturedLength = captured;
    wireLength = Math.max(captured, onWire);
  }

  void describe(long position, long nanos, int link) {
    number = position;
    timestampNanos = nanos;
    linkType = link;
  }

  /** Position among all frames of the capture, from 1. */
  public long number() {
    return number;
  }

  /** Capture time in nanoseconds since 1970-01-01 UTC. */
  public long timestampNanos() {
    return timestampNanos;
  }

  /** Moves the frame in time: for rewriting before it is looked at. */
  public void timestampNanos(long nanos) {
    timestampNanos = nanos;
  }

  /**
   * A direct, writable, big-endian buffer, the same for all frames of a capture. Only {@code
   * [offset, offset + capturedLength)} belongs to this frame; use absolute access and leave
   * position, limit and byte order alone.
   */
  public ByteBuffer buffer() {
    return buffer;
  }

  /** Index of the frame's first byte in {@link #buffer()}. */
  public int offset() {
    return offset;
  }

  /** Bytes that were captured; at most {@link #wireLength()}. */
  public int capturedLength() {
    return capturedLength;
  }

  /** Bytes that the frame had on the wire. */
  public int wireLength() {
    return wireLength;
  }

  /** Number of the {@linkplain LinkType link type}. */
  public int linkType() {
    return linkType;
  }
}
