package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Remembers the flow of first fragments, so that later ones can follow. Bounded: where many
 * datagrams are fragmented at once, the oldest are forgotten. Reassembly time: RFC 8200, section
 * 4.5.
 */
final class FragmentTable {

  private static final int ENTRIES = 1_024;

  /** Entries that one datagram may lie in. */
  private static final int WAYS = 4;

  private static final int WORDS = 12;
  private static final int ID_WORDS = 5;
  private static final int TIME = 5;
  private static final int KEY = 6;
  private static final int PROTOCOL = 11;
  private static final int FROM_LOW = 0x100;
  private static final long LIFETIME_NANOS = Duration.ofSeconds(60).toNanos();
  private static final long[] NOT_USED_YET = {};

  private long[] table = NOT_USED_YET;
  private final long[] selected = new long[ID_WORDS];
  private long now;

  /** Says which datagram {@link #find} and {@link #remember} speak of. */
  void select(ByteBuffer buffer, IpHeader ip, long timestampNanos) {
    if (table.length == 0) {
      table = new long[ENTRIES * WORDS];
    }
    now = timestampNanos;
    boolean ipv4 = ip.version == PacketKey.IPV4;
    int addresses = ip.offset + (ipv4 ? 12 : 8);
    selected[0] = buffer.getLong(addresses);
    for (int i = 1; i < 4; i++) {
      selected[i] = ipv4 ? 0 : buffer.getLong(addresses + 8 * i);
    }
    selected[4] = (long) ip.fragmentId << 32 | ip.fragmentProtocol << 8 | ip.version;
  }

  /**
   * Gives a later fragment the key and protocol of its first.
   *
   * @return false when the first one was not seen, or is forgotten
   */
  boolean find(DecodedPacket packet) {
    int entry = place();
    if (!holds(entry)) {
      return false;
    }
    PacketKey key = packet.key;
    key.word0 = table[entry + KEY];
    key.word1 = table[entry + KEY + 1];
    key.word2 = table[entry + KEY + 2];
    key.word3 = table[entry + KEY + 3];
    key.word4 = table[entry + KEY + 4];
    long protocol = table[entry + PROTOCOL];
    key.fromLow = (protocol & FROM_LOW) != 0;
    packet.ipProtocol = (int) (protocol & 0xff);
    return true;
  }

  /** Keeps the key and protocol of a first fragment. */
  void remember(DecodedPacket packet) {
    int entry = place();
    System.arraycopy(selected, 0, table, entry, ID_WORDS);
    PacketKey key = packet.key;
    table[entry + TIME] = now;
    table[entry + KEY] = key.word0;
    table[entry + KEY + 1] = key.word1;
    table[entry + KEY + 2] = key.word2;
    table[entry + KEY + 3] = key.word3;
    table[entry + KEY + 4] = key.word4;
    table[entry + PROTOCOL] = packet.ipProtocol | (key.fromLow ? FROM_LOW : 0);
  }

  /** The entry that holds the selected datagram, or else the one to give to it. */
  private int place() {
    long hash = 0;
    for (long word : selected) {
      hash = (hash ^ word) * 0x9e37_79b9_7f4a_7c15L;
      hash ^= hash >>> 32;
    }
    int first = (int) (hash & (ENTRIES / WAYS - 1)) * WAYS * WORDS;
    int oldest = first;
    for (int entry = first; entry < first + WAYS * WORDS; entry += WORDS) {
      if (holds(entry)) {
        return entry;
      }
      if (table[entry + TIME] < table[oldest + TIME]) {
        oldest = entry;
      }
    }
    return oldest;
  }

  private boolean holds(int entry) {
    for (int i = 0; i < ID_WORDS; i++) {
      if (table[entry + i] != selected[i]) {
        return false;
      }
    }
    return Math.abs(now - table[entry + TIME]) <= LIFETIME_NANOS;
  }
}
