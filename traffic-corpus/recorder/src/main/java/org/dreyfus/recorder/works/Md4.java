package org.dreyfus.recorder.works;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** MD4, RFC 1320: what eD2k names files by. Broken as a digest; used for nothing else. */
final class Md4 {

  private static final int BLOCK_BYTES = 64;
  private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
  private static final int[] ADDED = {0, 0x5a827999, 0x6ed9eba1};
  private static final int[] ROUND_3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

  private Md4() {}

  static byte[] digest(byte[] message) {
    ByteBuffer padded = padded(message);
    int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    int[] words = new int[BLOCK_BYTES / 4];
    while (padded.hasRemaining()) {
      for (int i = 0; i < words.length; i++) {
        words[i] = padded.getInt();
      }
      block(state, words);
    }
    ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : state) {
      out.putInt(word);
    }
    return out.array();
  }

  /** The message, a one bit, noughts, and its length in bits in the last eight bytes. */
  private static ByteBuffer padded(byte[] message) {
    int blocks = (message.length + 8) / BLOCK_BYTES + 1;
    ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(message).put((byte) 0x80);
    padded.putLong(padded.capacity() - 8, 8L * message.length);
    return padded.rewind();
  }

  private static void block(int[] state, int[] words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int step = 0; step < 48; step++) {
      int round = step / 16;
      int mixed = a + mix(round, b, c, d) + words[index(round, step % 16)] + ADDED[round];
      a = d;
      d = c;
      c = b;
      b = Integer.rotateLeft(mixed, SHIFTS[round][step % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }

  private static int mix(int round, int x, int y, int z) {
    return switch (round) {
      case 0 -> (x & y) | (~x & z);
      case 1 -> (x & y) | (x & z) | (y & z);
      default -> x ^ y ^ z;
    };
  }

  private static int index(int round, int step) {
    return switch (round) {
      case 0 -> step;
      case 1 -> step % 4 * 4 + step / 4;
      default -> ROUND_3[step];
    };
  }
}
