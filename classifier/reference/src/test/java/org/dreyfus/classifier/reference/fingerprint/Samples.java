package org.dreyfus.classifier.reference.fingerprint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Messages put together by hand, as the specifications give them. */
final class Samples {

  static final byte[] INFO_HASH = filled(20, 0xab);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Samples message() {
    return new Samples();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] filled(int length, int value) {
    byte[] filled = new byte[length];
    Arrays.fill(filled, (byte) value);
    return filled;
  }

  Samples bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Samples raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Samples words(String text) {
    return raw(text(text));
  }

  /** Four bytes, least significant first. */
  Samples little32(int value) {
    return bytes(value & 0xff, value >>> 8 & 0xff, value >>> 16 & 0xff, value >>> 24);
  }

  /** Four bytes, most significant first. */
  Samples big32(int value) {
    return bytes(value >>> 24, value >>> 16 & 0xff, value >>> 8 & 0xff, value & 0xff);
  }

  /** A string with its length in front, as Soulseek writes them. */
  Samples string(String text) {
    return little32(text.length()).words(text);
  }

  byte[] end() {
    return out.toByteArray();
  }

  /** The message with its length in four bytes in front. */
  byte[] endWithLength() {
    return message().little32(out.size()).raw(out.toByteArray()).end();
  }
}
