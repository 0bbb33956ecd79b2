package org.dreyfus.classifier.reference.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A stretch of payload. Numbers are read at an index at which they must fit.
 *
 * @param data kept bytes
 * @param length how many of them count
 */
public record Bytes(byte[] data, int length) {

  int at(int index) {
    return data[index] & 0xff;
  }

  int littleEndian16(int index) {
    return at(index) | at(index + 1) << 8;
  }

  int bigEndian16(int index) {
    return at(index) << 8 | at(index + 1);
  }

  long littleEndian32(int index) {
    return littleEndian16(index) | (long) littleEndian16(index + 2) << 16;
  }

  long bigEndian32(int index) {
    return (long) bigEndian16(index) << 16 | bigEndian16(index + 2);
  }

  /** Whether the bytes begin with {@code text}. */
  boolean startsWith(String text) {
    return length >= text.length() && fits(text);
  }

  /** Whether the bytes begin with {@code text}, or could do so once more have come. */
  boolean fits(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    int common = Math.min(length, wanted.length);
    return Arrays.equals(data, 0, common, wanted, 0, common);
  }

  String hex(int from, int to) {
    return HexFormat.of().formatHex(data, from, to);
  }

  /** As text, one character a byte. */
  String text() {
    return new String(data, 0, length, StandardCharsets.ISO_8859_1);
  }
}
