package org.dreyfus.capture.flow;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.FlowKey;

/**
 * The flows of a capture, by key: open addressing with linear probing over 32-bit tags, the whole
 * key compared on a tag's match. A flow's slot is the number of its key in order of appearance,
 * from 0.
 *
 * <p>What changes with every packet of an IPv4 flow lies side by side on 64 bytes. The hash has a
 * random seed, so that nobody can craft a capture whose keys collide; nothing observable depends on
 * it.
 */
public final class FlowTable {

  private static final int INITIAL_INDEX = 1_024;
  private static final int PAGE_BITS = 10;
  private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

  private static final int HOT_BITS = 3;
  private static final int WORD0 = 0;
  private static final int WORD1 = 1;
  private static final int PACKETS_FROM_INITIATOR = 2;
  private static final int PACKETS_FROM_RESPONDER = 3;
  private static final int BYTES = 4;
  private static final int PAYLOAD_BYTES = 5;
  private static final int LAST_PAYLOAD_PACKET = 6;
  private static final int STATE = 7;

  private static final int COLD_WORDS = 5;
  private static final int WORD2 = 0;
  private static final int WORD3 = 1;
  private static final int WORD4 = 2;
  private static final int FIRST_FRAME = 3;
  private static final int FIRST_TIMESTAMP = 4;

  private static final long INITIATOR_IS_LOW = 1;
  private static final long CLOSING = 2;
  private static final int WATCHERS_SHIFT = 32;

  private final long seed = new SplittableRandom().nextLong();

  /** Tag in the upper half, slot + 1 in the lower; 0 is free. */
  private long[] index = new long[INITIAL_INDEX];

  private long[][] hot = new long[1][];
  private long[][] cold = new long[1][];
  private int size;

  /** Number of slots in use: of different keys seen. */
  public int size() {
    return size;
  }

  /** The slot of the packet's flow, or -1. */
  public int find(DecodedPacket packet) {
    PacketKey key = packet.key;
    long hash = key.hash(seed);
    long[] entries = index;
    int mask = entries.length - 1;
    int tag = (int) (hash >>> 32);
    for (int i = (int) hash & mask; ; i = (i + 1) & mask) {
      long entry = entries[i];
      if (entry == 0) {
        return -1;
      }
      if ((int) (entry >>> 32) == tag && hasKey((int) entry - 1, key)) {
        return (int) entry - 1;
      }
    }
  }

  private boolean hasKey(int slot, PacketKey key) {
    long[] page = hot[slot >>> PAGE_BITS];
    int at = (slot & PAGE_MASK) << HOT_BITS;
    return page[at + WORD0] == key.word0
        && page[at + WORD1] == key.word1
        && (PacketKey.isIpv4(key.word1) || hasColdKey(slot, key));
  }

  private boolean hasColdKey(int slot, PacketKey key) {
    long[] page = cold[slot >>> PAGE_BITS];
    int at = coldAt(slot);
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
    if (size > index.length / 3 * 2) {
      grow();
    }
    int slot = size++;
    reservePage(slot >>> PAGE_BITS);
    PacketKey key = packet.key;
    long[] page = hot[slot >>> PAGE_BITS];
    int at = (slot & PAGE_MASK) << HOT_BITS;
    page[at + WORD0] = key.word0;
    page[at + WORD1] = key.word1;
    long[] coldPage = cold[slot >>> PAGE_BITS];
    int coldAt = coldAt(slot);
    coldPage[coldAt + WORD2] = key.word2;
    coldPage[coldAt + WORD3] = key.word3;
    coldPage[coldAt + WORD4] = key.word4;
    restart(slot, packet, frame, timestampNanos);
    enter(key.hash(seed), slot);
    return slot;
  }

  /**
   * Adds a flow of another table, with its counts; nobody wants its packets.
   *
   * @return its slot here
   */
  public int adopt(FlowTable other, int slotThere) {
    if (size > index.length / 3 * 2) {
      grow();
    }
    int slot = size++;
    reservePage(slot >>> PAGE_BITS);
    System.arraycopy(
        other.hot[slotThere >>> PAGE_BITS],
        (slotThere & PAGE_MASK) << HOT_BITS,
        hot[slot >>> PAGE_BITS],
        (slot & PAGE_MASK) << HOT_BITS,
        1 << HOT_BITS);
    System.arraycopy(
        other.cold[slotThere >>> PAGE_BITS],
        coldAt(slotThere),
        cold[slot >>> PAGE_BITS],
        coldAt(slot),
        COLD_WORDS);
    watchers(slot, 0);
    enter(keyOf(slot, new PacketKey()).hash(seed), slot);
    return slot;
  }

  /** Gives the slot of a flow that ended to a new one with the same key, begun by this packet. */
  public void restart(int slot, DecodedPacket packet, long frame, long timestampNanos) {
    long[] page = hot[slot >>> PAGE_BITS];
    int at = (slot & PAGE_MASK) << HOT_BITS;
    Arrays.fill(page, at + PACKETS_FROM_INITIATOR, at + STATE, 0);
    page[at + STATE] = packet.key.fromLow ? INITIATOR_IS_LOW : 0;
    long[] coldPage = cold[slot >>> PAGE_BITS];
    coldPage[coldAt(slot) + FIRST_FRAME] = frame;
    coldPage[coldAt(slot) + FIRST_TIMESTAMP] = timestampNanos;
  }

  /** Counts a packet of the flow in that slot. */
  public void count(int slot, DecodedPacket packet) {
    long[] page = hot[slot >>> PAGE_BITS];
    int at = (slot & PAGE_MASK) << HOT_BITS;
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
    return cold[slot >>> PAGE_BITS][coldAt(slot) + FIRST_FRAME];
  }

  public long firstTimestampNanos(int slot) {
    return cold[slot >>> PAGE_BITS][coldAt(slot) + FIRST_TIMESTAMP];
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
    long[] page = cold[slot >>> PAGE_BITS];
    int at = coldAt(slot);
    return FlowKeyWords.toKey(
        hotWord(slot, WORD0),
        hotWord(slot, WORD1),
        page[at + WORD2],
        page[at + WORD3],
        page[at + WORD4],
        initiatorIsLow(slot));
  }

  /** How many still want this flow's packets: kept here, beside what every packet touches. */
  public int watchers(int slot) {
    return (int) (hotWord(slot, STATE) >>> WATCHERS_SHIFT);
  }

  public void watchers(int slot, int count) {
    long[] page = hot[slot >>> PAGE_BITS];
    int at = ((slot & PAGE_MASK) << HOT_BITS) + STATE;
    page[at] = page[at] & 0xffff_ffffL | (long) count << WATCHERS_SHIFT;
  }

  private boolean initiatorIsLow(int slot) {
    return (hotWord(slot, STATE) & INITIATOR_IS_LOW) != 0;
  }

  private long hotWord(int slot, int word) {
    return hot[slot >>> PAGE_BITS][((slot & PAGE_MASK) << HOT_BITS) + word];
  }

  private static int coldAt(int slot) {
    return (slot & PAGE_MASK) * COLD_WORDS;
  }

  private void reservePage(int page) {
    if (page == hot.length) {
      hot = Arrays.copyOf(hot, page * 2);
      cold = Arrays.copyOf(cold, page * 2);
    }
    if (hot[page] == null) {
      hot[page] = new long[1 << PAGE_BITS << HOT_BITS];
      cold[page] = new long[(1 << PAGE_BITS) * COLD_WORDS];
    }
  }

  private void enter(long hash, int slot) {
    int mask = index.length - 1;
    int i = (int) hash & mask;
    while (index[i] != 0) {
      i = (i + 1) & mask;
    }
    index[i] = hash >>> 32 << 32 | slot + 1;
  }

  private void grow() {
    index = new long[index.length * 2];
    PacketKey key = new PacketKey();
    for (int slot = 0; slot < size; slot++) {
      enter(keyOf(slot, key).hash(seed), slot);
    }
  }

  private PacketKey keyOf(int slot, PacketKey key) {
    long[] page = cold[slot >>> PAGE_BITS];
    key.word0 = hotWord(slot, WORD0);
    key.word1 = hotWord(slot, WORD1);
    key.word2 = page[coldAt(slot) + WORD2];
    key.word3 = page[coldAt(slot) + WORD3];
    key.word4 = page[coldAt(slot) + WORD4];
    return key;
  }
}
