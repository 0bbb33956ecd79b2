package org.dreyfus.classifier.reference.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bencoded value. BEP 3, "bencoding". */
public sealed interface Bencoded {

  /** A string of bytes. */
  record Text(byte[] bytes) implements Bencoded {

    /** One character a byte. */
    public String text() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** A whole number. */
  record Number(long value) implements Bencoded {}

  /** A list. */
  record Items(List<Bencoded> items) implements Bencoded {}

  /** A dictionary, its keys one character a byte. */
  record Dictionary(Map<String, Bencoded> entries) implements Bencoded {

    /** The value of a key. */
    public Optional<Bencoded> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }
  }

  /**
   * Reads one value.
   *
   * @return empty when the bytes do not begin with a whole one, or it is nested more than 16 deep
   */
  static Optional<Bencoded> parse(byte[] bytes) {
    return new BencodeReader(bytes).value(0);
  }
}
