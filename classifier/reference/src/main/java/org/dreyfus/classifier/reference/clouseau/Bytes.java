package org.dreyfus.classifier.reference.clouseau;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first bytes that one direction of a flow has sent.
 *
 * @param data kept bytes
 * @param length how many of them count
 */
record Bytes(byte[] data, int length) {

  int at(int index) {
    return data[index] & 0xff;
  }

  long littleEndian32(int index) {
    return (at(index) | at(index + 1) << 8 | at(index + 2) << 16 | (long) at(index + 3) << 24);
  }

  long bigEndian32(int index) {
    return ((long) at(index) << 24 | at(index + 1) << 16 | at(index + 2) << 8 | at(index + 3));
  }

  /** Whether the bytes begin with {@code text}; {@link Sighting#NEEDS_MORE} territory if short. */
  boolean startsWith(String text) {
    return length >= text.length() && fits(text);
  }

  /** Whether what is there could still become {@code text}. */
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
