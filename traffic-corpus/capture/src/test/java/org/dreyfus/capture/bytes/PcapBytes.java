package org.dreyfus.capture.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A pcap file in memory. */
public final class PcapBytes {

  private static final int MICROS = 0xa1b2c3d4;
  private static final int NANOS = 0xa1b23c4d;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ByteOrder order;
  private final boolean nanos;

  public PcapBytes(ByteOrder order, boolean nanos, int linkType) {
    this.order = order;
    this.nanos = nanos;
    put(24)
        .putInt(nanos ? NANOS : MICROS)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(0)
        .putInt(0)
        .putInt(262_144)
        .putInt(linkType);
    flush();
  }

  /** Little-endian, nanoseconds. */
  public static PcapBytes ofLink(int linkType) {
    return new PcapBytes(ByteOrder.LITTLE_ENDIAN, true, linkType);
  }

  private ByteBuffer pending = ByteBuffer.allocate(0);

  private ByteBuffer put(int length) {
    pending = ByteBuffer.allocate(length).order(order);
    return pending;
  }

  private void flush() {
    file.writeBytes(pending.array());
  }

  public PcapBytes frame(long timestampNanos, byte[] frame) {
    return frame(timestampNanos, frame, frame.length);
  }

  public PcapBytes frame(long timestampNanos, byte[] captured, int wireLength) {
    record(timestampNanos, captured.length, wireLength);
    file.writeBytes(captured);
    return this;
  }

  /** A record header whose bytes may not follow. */
  public PcapBytes record(long timestampNanos, int capturedLength, int wireLength) {
    int ticks = (int) (timestampNanos % 1_000_000_000L);
    put(16)
        .putInt((int) (timestampNanos / 1_000_000_000L))
        .putInt(nanos ? ticks : ticks / 1_000)
        .putInt(capturedLength)
        .putInt(wireLength);
    flush();
    return this;
  }

  public byte[] toBytes() {
    return file.toByteArray();
  }
}
