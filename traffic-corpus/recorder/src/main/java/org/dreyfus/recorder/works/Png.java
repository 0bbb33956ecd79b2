package org.dreyfus.recorder.works;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A picture of random grey pixels, its rows in stored blocks (RFC 1951, section 3.2.4) since
 * nothing can be packed; a private chunk takes up what is left of the size. ISO/IEC 15948.
 */
final class Png {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int WIDTH = 64;
  private static final int ROW_BYTES = 1 + WIDTH;
  private static final int STORED_BYTES = 65_535;
  private static final int CHUNK_BYTES = 12;
  private static final int FIXED_BYTES = 8 + 25 + CHUNK_BYTES + CHUNK_BYTES + 2 + 4;

  private Png() {}

  static byte[] bytes(int sizeBytes, RandomGenerator random) {
    int height = (sizeBytes - FIXED_BYTES - CHUNK_BYTES) / ROW_BYTES;
    while (size(height) > sizeBytes - CHUNK_BYTES) {
      height--;
    }
    byte[] rows = new byte[height * ROW_BYTES];
    random.nextBytes(rows);
    for (int row = 0; row < height; row++) {
      rows[row * ROW_BYTES] = 0;
    }
    ByteBuffer out = ByteBuffer.allocate(sizeBytes).putLong(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(height);
    chunk(out, "IHDR", header.put((byte) 8).array());
    byte[] rest = new byte[sizeBytes - size(height) - CHUNK_BYTES];
    random.nextBytes(rest);
    chunk(out, "raNd", rest);
    chunk(out, "IDAT", stored(rows));
    chunk(out, "IEND", new byte[0]);
    return out.array();
  }

  private static int size(int height) {
    int rows = height * ROW_BYTES;
    return FIXED_BYTES + rows + 5 * blocks(rows);
  }

  private static int blocks(int bytes) {
    return (bytes + STORED_BYTES - 1) / STORED_BYTES;
  }

  /** A zlib stream (RFC 1950) of stored blocks. */
  private static byte[] stored(byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(2 + data.length + 5 * blocks(data.length) + 4);
    out.putShort((short) 0x7801);
    for (int at = 0; at < data.length; at += STORED_BYTES) {
      int length = Math.min(STORED_BYTES, data.length - at);
      out.put((byte) (at + length == data.length ? 1 : 0));
      out.putShort(Short.reverseBytes((short) length));
      out.putShort(Short.reverseBytes((short) ~length));
      out.put(data, at, length);
    }
    Adler32 sum = new Adler32();
    sum.update(data);
    return out.putInt((int) sum.getValue()).array();
  }

  private static void chunk(ByteBuffer out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.putInt(data.length).put(name).put(data).putInt((int) sum.getValue());
  }
}
