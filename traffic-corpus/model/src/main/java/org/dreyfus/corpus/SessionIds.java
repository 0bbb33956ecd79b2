package org.dreyfus.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.RandomAccess;

/**
 * The ids of a corpus, sorted, in a few bytes each: every one but the first of a block of 16 is
 * kept as what differs from the one before (front coding: Witten, Moffat, Bell, "Managing
 * Gigabytes", 1999, section 4.1).
 */
final class SessionIds extends AbstractList<String> implements RandomAccess {

  private static final int BLOCK = 16;

  /** The longest name of a folder, in bytes, on the file systems that there are. */
  static final int LONGEST = 255;

  private final byte[] text;
  private final int[] blocks;
  private final int size;

  private SessionIds(byte[] text, int[] blocks, int size) {
    this.text = text;
    this.blocks = blocks;
    this.size = size;
  }

  /**
   * @param ids in any order, each once
   * @throws IllegalArgumentException when one is longer than 255 bytes
   */
  static SessionIds of(Collection<String> ids) {
    String[] sorted = ids.toArray(String[]::new);
    Arrays.sort(sorted);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int[] blocks = new int[(sorted.length + BLOCK - 1) / BLOCK];
    byte[] before = new byte[0];
    for (int i = 0; i < sorted.length; i++) {
      byte[] id = sorted[i].getBytes(StandardCharsets.UTF_8);
      if (id.length > LONGEST) {
        throw new IllegalArgumentException("longer than 255 bytes: " + sorted[i]);
      }
      int shared = 0;
      if (i % BLOCK == 0) {
        blocks[i / BLOCK] = text.size();
      } else {
        int differs = Arrays.mismatch(before, id);
        shared = differs < 0 ? id.length : differs;
      }
      text.write(shared);
      text.write(id.length - shared);
      text.write(id, shared, id.length - shared);
      before = id;
    }
    return new SessionIds(text.toByteArray(), blocks, sorted.length);
  }

  @Override
  public String get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no id " + index + " of " + size);
    }
    byte[] id = new byte[LONGEST];
    int length = 0;
    int at = blocks[index / BLOCK];
    for (int i = index / BLOCK * BLOCK; i <= index; i++) {
      int shared = Byte.toUnsignedInt(text[at]);
      int own = Byte.toUnsignedInt(text[at + 1]);
      System.arraycopy(text, at + 2, id, shared, own);
      length = shared + own;
      at += 2 + own;
    }
    return new String(id, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return size;
  }

  /** Found by halving. */
  @Override
  public int indexOf(Object id) {
    return id instanceof String text ? Math.max(-1, Collections.binarySearch(this, text)) : -1;
  }

  @Override
  public int lastIndexOf(Object id) {
    return indexOf(id);
  }

  @Override
  public boolean contains(Object id) {
    return indexOf(id) >= 0;
  }
}
