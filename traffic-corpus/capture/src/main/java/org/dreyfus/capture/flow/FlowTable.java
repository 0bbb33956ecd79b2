package org.dreyfus.capture.flow;

import static org.dreyfus.capture.flow.PagedWords.rowInPage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.FlowKey;

/**
 * The flows of a capture, by key: an index by hash, the whole key compared where part of the hash
 * matches. A flow's slot is the number of its key in order of appearance, from 0.
 *
 * <p>What changes with every packet of an IPv4 flow lies side by side on 64 bytes; with the rest
 * and its share of the index such a flow takes about 90 bytes, an IPv6 flow 24 more. The hash has a
 * random seed, so that nobody can craft a capture whose keys collide; nothing observable depends on
 * it.
 */
public final class FlowTable {

  /** Flows whose rows, 16 MiB, leave the processor's caches no room for much else. */
  static final int LARGE = 1 << 18;

  private static final int HOT_BITS = 3;
  private static final int WORD0 = 0;
  private static final int WORD1 = 1;
  private static final int PACKETS_FROM_INITIATOR = 2;
  private static final int PACKETS_FROM_RESPONDER = 3;
  private static final int BYTES = 4;
  private static final int PAYLOAD_BYTES = 5;
  private static final int LAST_PAYLOAD_PACKET = 6;
  private static final int STATE = 7;

  private static final int COLD_BITS = 1;
  private static final int FIRST_FRAME = 0;
  private static final int FIRST_TIMESTAMP = 1;

  private static final int WIDE_WORDS = 3;
  private static final int WORD2 = 0;
  private static final int WORD3 = 1;
  private static final int WORD4 = 2;

  private static final long INITIATOR_IS_LOW = 1;
  private static final long CLOSING = 2;
  private static final int WIDE_SHIFT = 2;
  private static final long WIDE_MASK = 0xffff_fffcL;
  private static final int WATCHERS_SHIFT = 32;

  private final long seed = new SplittableRandom().nextLong();

  private final FlowIndex index = new FlowIndex();
  private final PagedWords hot = new PagedWords(1 << HOT_BITS);
  private final PagedWords cold = new PagedWords(1 << COLD_BITS);

  /** The rest of IPv6 keys, in their order; {@link #STATE} has the row. */
  private final PagedWords wide = new PagedWords(WIDE_WORDS);

  private int size;
  private int wideRows;

  /** Means nothing; without it the compiler would leave out what {@link #approach} reads. */
  private long fetched;

  /** Number of slots in use: of different keys seen. */
  public int size() {
    return size;
  }

  /**
   * Whether it pays to {@link #approach} packets. In a smaller table it costs some 5 ns a packet
   * and gains nothing where packets follow others of their flow.
   */
  public boolean isLarge() {
    return size >= LARGE;
  }

  /** The slot of the packet's flow, or -1. */
  public int find(DecodedPacket packet) {
    packet.flowHash = packet.key.hash(seed);
    return search(packet);
  }

  private int search(DecodedPacket packet) {
    int tag = index.tag(packet.flowHash);
    for (int place = index.home(packet.flowHash); ; place = index.next(place)) {
      int entry = index.entry(place);
      if (entry == FlowIndex.FREE) {
        return -1;
      }
      if (index.hasTag(entry, tag) && hasKey(index.slot(entry), packet.key)) {
        return index.slot(entry);
      }
    }
  }

  /**
   * Begins to look for the flows of some packets, whose slots {@link #foundOrFind} tells. In a
   * large table a packet waits twice for memory, the second time for what the first has told; here
   * packets do not wait for each other. Group prefetching: Chen, Ailamaki, Gibbons and Mowry,
   * Improving Hash Join Performance through Prefetching, 2004.
   *
   * @param packets decoded, of which the first {@code count} are meant
   */
  public void approach(DecodedPacket[] packets, int count) {
    for (int i = 0; i < count; i++) {
      packets[i].flowHash = packets[i].key.hash(seed);
    }
    // Short loops, so that the processor is in many of their rounds at once.
    long entries = 0;
    for (int i = 0; i < count; i++) {
      entries += index.entry(index.home(packets[i].flowHash));
    }
    long rows = 0;
    for (int i = 0; i < count; i++) {
      int slot = likelySlot(packets[i].flowHash);
      packets[i].likelySlot = slot;
      if (slot >= 0) {
        rows += hotWord(slot, WORD0);
      }
    }
    fetched = entries + rows;
  }

  /** The first slot that shares a hash's tag, or -1. */
  private int likelySlot(long hash) {
    int tag = index.tag(hash);
    for (int place = index.home(hash); ; place = index.next(place)) {
      int entry = index.entry(place);
      if (entry == FlowIndex.FREE) {
        return -1;
      }
      if (index.hasTag(entry, tag)) {
        return index.slot(entry);
      }
    }
  }

  /** As {@link #find}, of a packet that was {@linkplain #approach approached} in this table. */
  public int foundOrFind(DecodedPacket packet) {
    int slot = packet.likelySlot;
    return slot >= 0 && hasKey(slot, packet.key) ? slot : search(packet);
  }

  private boolean hasKey(int slot, PacketKey key) {
    long[] page = hot.page(slot);
    int at = hotAt(slot);
    return page[at + WORD0] == key.word0
        && page[at + WORD1] == key.word1
        && (PacketKey.isIpv4(key.word1) || hasWideKey(wideRow(page[at + STATE]), key));
  }

  private boolean hasWideKey(int row, PacketKey key) {
    long[] page = wide.page(row);
    int at = rowInPage(row) * WIDE_WORDS;
    return page[at + WORD2] == key.word2
        && page[at + WORD3] == key.word3
        && page[at + WORD4] == key.word4;
  }

  /**
   * Adds the flow of a packet that {@link #find} did not find. The packet is not counted yet.
   *
   * @return its slot: the next number
   */
  public int add(DecodedPacket packet, long frame, long timestampNanos) {
    int slot = newSlot();
    PacketKey key = packet.key;
    long[] page = hot.page(slot);
    int at = hotAt(slot);
    page[at + WORD0] = key.word0;
    page[at + WORD1] = key.word1;
    if (!PacketKey.isIpv4(key.word1)) {
      int row = newWideRow(page, at);
      long[] widePage = wide.page(row);
      int wideAt = rowInPage(row) * WIDE_WORDS;
      widePage[wideAt + WORD2] = key.word2;
      widePage[wideAt + WORD3] = key.word3;
      widePage[wideAt + WORD4] = key.word4;
    }
    restart(slot, packet, frame, timestampNanos);
    index.enter(key.hash(seed), slot);
    return slot;
  }

  /**
   * Adds a flow of another table, with its counts; nobody wants its packets.
   *
   * @return its slot here
   */
  public int adopt(FlowTable other, int slotThere) {
    int slot = newSlot();
    hot.copy(slot, other.hot, slotThere);
    cold.copy(slot, other.cold, slotThere);
    long[] page = hot.page(slot);
    int at = hotAt(slot);
    if (!PacketKey.isIpv4(page[at + WORD1])) {
      int rowThere = wideRow(page[at + STATE]);
      wide.copy(newWideRow(page, at), other.wide, rowThere);
    }
    watchers(slot, 0);
    index.enter(keyOf(slot, new PacketKey()).hash(seed), slot);
    return slot;
  }

  /** Gives the slot of a flow that ended to a new one with the same key, begun by this packet. */
  public void restart(int slot, DecodedPacket packet, long frame, long timestampNanos) {
    long[] page = hot.page(slot);
    int at = hotAt(slot);
    Arrays.fill(page, at + PACKETS_FROM_INITIATOR, at + STATE, 0);
    page[at + STATE] = page[at + STATE] & WIDE_MASK | (packet.key.fromLow ? INITIATOR_IS_LOW : 0);
    long[] coldPage = cold.page(slot);
    int coldAt = coldAt(slot);
    coldPage[coldAt + FIRST_FRAME] = frame;
    coldPage[coldAt + FIRST_TIMESTAMP] = timestampNanos;
  }

  /** Counts a packet of the flow in that slot. */
  public void count(int slot, DecodedPacket packet) {
    long[] page = hot.page(slot);
    int at = hotAt(slot);
    long state = page[at + STATE];
    boolean fromInitiator = ((state & INITIATOR_IS_LOW) != 0) == packet.key.fromLow;
    page[at + (fromInitiator ? PACKETS_FROM_INITIATOR : PACKETS_FROM_RESPONDER)]++;
    page[at + BYTES] += packet.countedBytes;
    if (packet.payloadWireBytes > 0) {
      page[at + PAYLOAD_BYTES] += packet.payloadWireBytes;
      page[at + LAST_PAYLOAD_PACKET] =
          page[at + PACKETS_FROM_INITIATOR] + page[at + PACKETS_FROM_RESPONDER];
    }
    if (packet.endsConnection()) {
      page[at + STATE] = state | CLOSING;
    }
  }

  /** Whether this packet opens a connection on the key of one that was closed. */
  public boolean isReopenedBy(int slot, DecodedPacket packet) {
    return packet.beginsConnection() && (hotWord(slot, STATE) & CLOSING) != 0;
  }

  public Direction direction(int slot, DecodedPacket packet) {
    return initiatorIsLow(slot) == packet.key.fromLow
        ? Direction.FROM_INITIATOR
        : Direction.FROM_RESPONDER;
  }

  public long packets(int slot) {
    return hotWord(slot, PACKETS_FROM_INITIATOR) + hotWord(slot, PACKETS_FROM_RESPONDER);
  }

  public long packets(int slot, Direction direction) {
    return hotWord(
        slot,
        direction == Direction.FROM_INITIATOR ? PACKETS_FROM_INITIATOR : PACKETS_FROM_RESPONDER);
  }

  /** See {@link FlowRules} for what counts. */
  public long bytes(int slot) {
    return hotWord(slot, BYTES);
  }

  /** Transport payload on the wire, in bytes. */
  public long payloadBytes(int slot) {
    return hotWord(slot, PAYLOAD_BYTES);
  }

  /** Position within the flow, from 1, of its last packet with payload; 0 when there was none. */
  public long lastPayloadPacket(int slot) {
    return hotWord(slot, LAST_PAYLOAD_PACKET);
  }

  /** Number of the flow's first frame in the capture. */
  public long firstFrame(int slot) {
    return cold.page(slot)[coldAt(slot) + FIRST_FRAME];
  }

  public long firstTimestampNanos(int slot) {
    return cold.page(slot)[coldAt(slot) + FIRST_TIMESTAMP];
  }

  public int ipProtocol(int slot) {
    return FlowKeyWords.ipProtocol(hotWord(slot, WORD1));
  }

  public int initiatorPort(int slot) {
    return FlowKeyWords.port(hotWord(slot, WORD0), hotWord(slot, WORD1), initiatorIsLow(slot));
  }

  public int responderPort(int slot) {
    return FlowKeyWords.port(hotWord(slot, WORD0), hotWord(slot, WORD1), !initiatorIsLow(slot));
  }

  /** The 5-tuple as an object. */
  public FlowKey key(int slot) {
    PacketKey key = keyOf(slot, new PacketKey());
    return FlowKeyWords.toKey(
        key.word0, key.word1, key.word2, key.word3, key.word4, initiatorIsLow(slot));
  }

  /** How many still want this flow's packets: kept here, beside what every packet touches. */
  public int watchers(int slot) {
    return (int) (hotWord(slot, STATE) >>> WATCHERS_SHIFT);
  }

  public void watchers(int slot, int count) {
    long[] page = hot.page(slot);
    int at = hotAt(slot) + STATE;
    page[at] = page[at] & 0xffff_ffffL | (long) count << WATCHERS_SHIFT;
  }

  private boolean initiatorIsLow(int slot) {
    return (hotWord(slot, STATE) & INITIATOR_IS_LOW) != 0;
  }

  private long hotWord(int slot, int word) {
    return hot.page(slot)[hotAt(slot) + word];
  }

  private static int hotAt(int slot) {
    return rowInPage(slot) << HOT_BITS;
  }

  private static int coldAt(int slot) {
    return rowInPage(slot) << COLD_BITS;
  }

  private static int wideRow(long state) {
    return (int) ((state & WIDE_MASK) >>> WIDE_SHIFT);
  }

  private int newSlot() {
    if (index.isFull(size)) {
      grow();
    }
    hot.reserve(size);
    cold.reserve(size);
    return size++;
  }

  /** A row for an IPv6 key, noted in the state of its flow. */
  private int newWideRow(long[] hotPage, int hotAt) {
    wide.reserve(wideRows);
    hotPage[hotAt + STATE] = hotPage[hotAt + STATE] & ~WIDE_MASK | (long) wideRows << WIDE_SHIFT;
    return wideRows++;
  }

  private void grow() {
    index.grow();
    PacketKey key = new PacketKey();
    for (int slot = 0; slot < size; slot++) {
      index.enter(keyOf(slot, key).hash(seed), slot);
    }
  }

  private PacketKey keyOf(int slot, PacketKey key) {
    long[] page = hot.page(slot);
    int at = hotAt(slot);
    key.word0 = page[at + WORD0];
    key.word1 = page[at + WORD1];
    if (!PacketKey.isIpv4(key.word1)) {
      int row = wideRow(page[at + STATE]);
      long[] widePage = wide.page(row);
      int wideAt = rowInPage(row) * WIDE_WORDS;
      key.word2 = widePage[wideAt + WORD2];
      key.word3 = widePage[wideAt + WORD3];
      key.word4 = widePage[wideAt + WORD4];
    }
    return key;
  }
}
