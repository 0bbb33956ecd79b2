package org.dreyfus.capture;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A capture's frames in memory, to be gone through more than once. Safe for many readers. */
public final class StoredFrames {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private byte[] bytes = new byte[65_536];
  private int[] ends = new int[256];
  private int[] wireLengths = new int[256];
  private long[] timestamps = new long[256];
  private int count;
  private int linkType;

  private StoredFrames() {}

  /**
   * Reads a capture whole.
   *
   * @throws CaptureException when it is damaged, has frames of more than one link type, or 2 GiB of
   *     frames and more
   */
  public static StoredFrames of(CaptureSource capture) throws CaptureException {
    StoredFrames stored = new StoredFrames();
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      while (reader.next(frame)) {
        stored.add(frame, capture.name());
      }
    }
    return stored;
  }

  private void add(Frame frame, String capture) throws CaptureException {
    if (count > 0 && frame.linkType() != linkType) {
      throw new CaptureException(
          capture,
          0,
          "frame %d has another link type than the first; split the capture"
              .formatted(frame.number()));
    }
    long end = (long) end(count) + frame.capturedLength();
    if (end > LARGEST_ARRAY) {
      throw new CaptureException(
          capture, 0, "more than 2 GiB of frames cannot be held in memory; split the capture");
    }
    linkType = frame.linkType();
    makeRoom((int) end);
    frame.buffer().get(frame.offset(), bytes, end(count), frame.capturedLength());
    ends[count] = (int) end;
    wireLengths[count] = frame.wireLength();
    timestamps[count] = frame.timestampNanos();
    count++;
  }

  private void makeRoom(int end) {
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST_ARRAY, Math.max(end, bytes.length * 2L)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
      wireLengths = Arrays.copyOf(wireLengths, count * 2);
      timestamps = Arrays.copyOf(timestamps, count * 2);
    }
  }

  /** Room for any frame. */
  public static ByteBuffer scratch() {
    return ByteBuffer.allocateDirect(CaptureInput.MAXIMUM_FRAME);
  }

  /** Number of frames. */
  public int count() {
    return count;
  }

  /** Sum of the captured lengths. */
  public long bytes() {
    return end(count);
  }

  /** Of every frame; 0 when there is none. */
  public int linkType() {
    return linkType;
  }

  /**
   * Capture time in nanoseconds since 1970-01-01 UTC.
   *
   * @param index from 0
   */
  public long timestampNanos(int index) {
    return timestamps[index];
  }

  /**
   * Copies a frame to the beginning of {@code scratch}, where it may be changed.
   *
   * @param index from 0
   * @param scratch from {@link #scratch}
   */
  public void load(int index, Frame frame, ByteBuffer scratch) {
    int length = end(index + 1) - end(index);
    scratch.put(0, bytes, end(index), length);
    frame.place(scratch, 0, length, wireLengths[index]);
    frame.describe(index + 1L, timestamps[index], linkType);
  }

  /** Where the first {@code frames} frames end. */
  private int end(int frames) {
    return frames == 0 ? 0 : ends[frames - 1];
  }
}
