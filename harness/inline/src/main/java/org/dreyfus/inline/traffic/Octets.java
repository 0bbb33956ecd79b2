package org.dreyfus.inline.traffic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order, and the Internet checksum (RFC 1071). */
public final class Octets {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Octets() {}

  /** The 16 bits at an offset. */
  public static int get16(byte[] bytes, int offset) {
    return (short) SHORTS.get(bytes, offset) & 0xffff;
  }

  public static void put16(byte[] bytes, int offset, int value) {
    SHORTS.set(bytes, offset, (short) value);
  }

  /** The 32 bits at an offset. */
  public static int get32(byte[] bytes, int offset) {
    return (int) INTS.get(bytes, offset);
  }

  public static void put32(byte[] bytes, int offset, int value) {
    INTS.set(bytes, offset, value);
  }

  /** Adds 16-bit words to a sum that is not folded yet; an odd last byte counts as the upper. */
  public static long sum(byte[] bytes, int from, int to, long initial) {
    long sum = initial;
    int offset = from;
    for (; offset + 1 < to; offset += 2) {
      sum += get16(bytes, offset);
    }
    return offset < to ? sum + ((bytes[offset] & 0xff) << 8) : sum;
  }

  /** The checksum of a sum: folded to 16 bits and inverted. */
  public static int checksum(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) ~folded & 0xffff;
  }
}
