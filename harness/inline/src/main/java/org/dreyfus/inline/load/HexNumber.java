package org.dreyfus.inline.load;

import java.nio.charset.StandardCharsets;

/** A number as 16 hexadecimal digits, so that it is text like what stands around it. */
final class HexNumber {

  static final int DIGITS = 16;

  private static final byte[] ALPHABET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private HexNumber() {}

  static void write(byte[] bytes, int offset, long number) {
    long rest = number;
    for (int place = offset + DIGITS - 1; place >= offset; place--) {
      bytes[place] = ALPHABET[(int) rest & 15];
      rest >>>= 4;
    }
  }

  static long read(byte[] bytes, int offset) {
    long number = 0;
    for (int place = offset; place < offset + DIGITS; place++) {
      number = number << 4 | Character.digit(bytes[place], 16) & 15;
    }
    return number;
  }
}
