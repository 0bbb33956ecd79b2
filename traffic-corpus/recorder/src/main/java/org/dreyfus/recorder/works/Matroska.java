package org.dreyfus.recorder.works;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** A film: one cluster of blocks of random bytes, as dense as compressed video. RFC 9559. */
final class Matroska {

  private static final int BLOCK_BYTES = 1_000;
  private static final int BLOCK_HEADER_BYTES = 7;
  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int CLUSTER = 0x1F43B675;

  private Matroska() {}

  static byte[] bytes(int sizeBytes, RandomGenerator random) {
    ByteBuffer out = ByteBuffer.allocate(sizeBytes);
    byte[] header = {0x42, (byte) 0x82, (byte) 0x88, 'm', 'a', 't', 'r', 'o', 's', 'k', 'a'};
    out.putInt(EBML).put((byte) (0x80 | header.length)).put(header);
    element(out, SEGMENT, sizeBytes);
    element(out, CLUSTER, sizeBytes);
    short time = 0;
    while (out.hasRemaining()) {
      boolean last = out.remaining() <= BLOCK_BYTES + 2 * BLOCK_HEADER_BYTES;
      int data = last ? out.remaining() - BLOCK_HEADER_BYTES : BLOCK_BYTES;
      byte[] frame = new byte[data];
      random.nextBytes(frame);
      out.put((byte) 0xA3).putShort((short) (0x4000 | (data + 4)));
      out.put((byte) 0x81).putShort(time).put((byte) 0x80).put(frame);
      time += 40;
    }
    return out.array();
  }

  /** An element that holds the rest of the file: id, and its size in four bytes. */
  private static void element(ByteBuffer out, int id, int sizeBytes) {
    int rest = sizeBytes - out.position() - 8;
    out.putInt(id).putInt(0x10000000 | rest);
  }
}
