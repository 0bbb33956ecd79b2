package org.dreyfus.classifier.reference.contentid;

import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Finds registered eD2k hashes anywhere in a message: sixteen bytes do not come about by chance.
 * Kad writes the same number as four words, each with its least significant byte first.
 */
final class HashScan {

  private static final int HASH_BYTES = 16;
  private static final int WORD_BYTES = 4;

  private final Set<String> hashes = new HashSet<>();
  private final BitSet firstTwoBytes = new BitSet(1 << 16);

  HashScan(List<byte[]> registered) {
    for (byte[] hash : registered) {
      add(hash);
      add(asKadWritesIt(hash));
    }
  }

  private void add(byte[] hash) {
    hashes.add(HexFormat.of().formatHex(hash));
    firstTwoBytes.set(firstTwo(hash, 0));
  }

  static byte[] asKadWritesIt(byte[] hash) {
    byte[] swapped = new byte[hash.length];
    for (int i = 0; i < hash.length; i++) {
      swapped[i] = hash[i / WORD_BYTES * WORD_BYTES + WORD_BYTES - 1 - i % WORD_BYTES];
    }
    return swapped;
  }

  private static int firstTwo(byte[] data, int at) {
    return (data[at] & 0xff) << 8 | (data[at + 1] & 0xff);
  }

  boolean isIn(byte[] message) {
    for (int at = 0; at + HASH_BYTES <= message.length; at++) {
      if (firstTwoBytes.get(firstTwo(message, at))
          && hashes.contains(HexFormat.of().formatHex(message, at, at + HASH_BYTES))) {
        return true;
      }
    }
    return false;
  }
}
