package org.dreyfus.classifier.reference.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads bencoded bytes from front to back. */
final class BencodeReader {

  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 20;

  private final byte[] bytes;
  private int at;

  BencodeReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next value; empty when there is no whole one. */
  Optional<Bencoded> value(int depth) {
    if (at >= bytes.length || depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (bytes[at]) {
      case 'i' -> {
        at++;
        yield number('e').map(Bencoded.Number::new);
      }
      case 'l' -> items(depth);
      case 'd' -> dictionary(depth);
      default -> text().map(text -> text);
    };
  }

  private Optional<Bencoded> items(int depth) {
    at++;
    List<Bencoded> items = new ArrayList<>();
    while (at < bytes.length && bytes[at] != 'e') {
      Optional<Bencoded> item = value(depth + 1);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    return ended() ? Optional.of(new Bencoded.Items(List.copyOf(items))) : Optional.empty();
  }

  private Optional<Bencoded> dictionary(int depth) {
    at++;
    Map<String, Bencoded> entries = new LinkedHashMap<>();
    while (at < bytes.length && bytes[at] != 'e') {
      Optional<Bencoded.Text> key = text();
      Optional<Bencoded> value = key.isPresent() ? value(depth + 1) : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      entries.put(key.get().text(), value.get());
    }
    return ended() ? Optional.of(new Bencoded.Dictionary(entries)) : Optional.empty();
  }

  /** Steps over the mark at the end of a list or dictionary. */
  private boolean ended() {
    return at++ < bytes.length;
  }

  private Optional<Bencoded.Text> text() {
    long length = number(':').orElse(-1L);
    if (length < 0 || length > bytes.length - at) {
      return Optional.empty();
    }
    int from = at;
    at += (int) length;
    return Optional.of(new Bencoded.Text(Arrays.copyOfRange(bytes, from, at)));
  }

  private Optional<Long> number(char end) {
    int from = at;
    while (at < bytes.length && bytes[at] != end && at - from < LONGEST_NUMBER) {
      at++;
    }
    if (at >= bytes.length || bytes[at] != end) {
      return Optional.empty();
    }
    String digits = new Bencoded.Text(Arrays.copyOfRange(bytes, from, at)).text();
    at++;
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
