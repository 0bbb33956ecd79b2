package org.dreyfus.capture.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A pcapng file in memory, block by block. */
public final class PcapngBytes {

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  public PcapngBytes section(ByteOrder sectionOrder) {
    order = sectionOrder;
    return block(0x0a0d0d0a, ints(0x1a2b3c4d, order == ByteOrder.BIG_ENDIAN ? 1 << 16 : 1, -1, -1));
  }

  public PcapngBytes describeInterface(int linkType, int snapLength, byte[]... options) {
    ByteBuffer fixed = buffer(8).putShort((short) linkType).putShort((short) 0).putInt(snapLength);
    return block(1, Packets.join(fixed.array(), Packets.join(options)));
  }

  public byte[] option(int code, byte[] value) {
    ByteBuffer bytes = buffer(4 + padded(value.length));
    return bytes.putShort((short) code).putShort((short) value.length).put(value).array();
  }

  public byte[] resolution(int value) {
    return option(9, new byte[] {(byte) value});
  }

  public byte[] offsetSeconds(long seconds) {
    return option(14, buffer(8).putLong(seconds).array());
  }

  public byte[] endOfOptions() {
    return option(0, new byte[0]);
  }

  public PcapngBytes enhanced(int interfaceId, long ticks, byte[] frame, byte[]... options) {
    byte[] fixed =
        ints(interfaceId, (int) (ticks >>> 32), (int) ticks, frame.length, frame.length + 1);
    return block(6, Packets.join(fixed, pad(frame), Packets.join(options)));
  }

  public PcapngBytes old(int interfaceId, long ticks, byte[] frame) {
    ByteBuffer fixed = buffer(20).putShort((short) interfaceId).putShort((short) 3);
    fixed.putInt((int) (ticks >>> 32)).putInt((int) ticks);
    fixed.putInt(frame.length).putInt(frame.length);
    return block(2, Packets.join(fixed.array(), pad(frame)));
  }

  public PcapngBytes simple(byte[] captured, int wireLength) {
    return block(3, Packets.join(ints(wireLength), pad(captured)));
  }

  public PcapngBytes block(int type, byte[] body) {
    int length = 12 + padded(body.length);
    return raw(Packets.join(ints(type, length), pad(body), ints(length)));
  }

  public PcapngBytes raw(byte[] bytes) {
    file.writeBytes(bytes);
    return this;
  }

  public byte[] ints(int... values) {
    ByteBuffer bytes = buffer(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  public byte[] toBytes() {
    return file.toByteArray();
  }

  private ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(order);
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private static byte[] pad(byte[] bytes) {
    return Arrays.copyOf(bytes, padded(bytes.length));
  }
}
