package org.dreyfus.classifier.ndpi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * nDPI's structures of the flows under inspection: equal pieces of zeroed native memory, taken when
 * a flow is first looked at and given back when it is decided.
 */
final class FlowSlab implements AutoCloseable {

  private static final int FIRST_PAGE_FLOWS = 64;
  private static final int LARGEST_PAGE_FLOWS = 4_096;
  private static final long NONE = 0;

  private static final int SLOT_BITS = 12;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int FIRST_SLOTS = 64;

  /** Native memory from address 0, so that an offset is an address. */
  private static final Pointer EVERYWHERE = new Pointer(0);

  private final int flowBytes;
  private final List<Memory> pages = new ArrayList<>();

  /** Addresses of the pieces that no flow has; with room for all there are. */
  private long[] free = new long[0];

  private int freeCount;
  private int pieces;

  /**
   * Address of a flow's piece by slot of the flow table, in runs of {@link #SLOTS} slots; {@link
   * #NONE} when it has none. Only the first run grows, so that nothing is copied while flows come.
   */
  private long[][] addresses = new long[0][];

  FlowSlab(int flowBytes) {
    this.flowBytes = (flowBytes + 15) & ~15;
  }

  /** The native address of a flow's structure, taken now if it has none. */
  long address(int slot) {
    long[] run = runOf(slot);
    int at = slot & SLOTS - 1;
    if (run[at] == NONE) {
      run[at] = take();
    }
    return run[at];
  }

  private long[] runOf(int slot) {
    int run = slot >>> SLOT_BITS;
    if (run >= addresses.length || (slot & SLOTS - 1) >= addresses[run].length) {
      makeRoom(run, slot & SLOTS - 1);
    }
    return addresses[run];
  }

  private void makeRoom(int run, int at) {
    int before = addresses.length;
    if (run >= before) {
      addresses = Arrays.copyOf(addresses, Math.max(run + 1, 2 * before));
      Arrays.fill(addresses, before, addresses.length, new long[0]);
    }
    int slots = run > 0 ? SLOTS : Math.min(SLOTS, Math.max(FIRST_SLOTS, 2 * at));
    addresses[run] = Arrays.copyOf(addresses[run], slots);
  }

  boolean holds(int slot) {
    int run = slot >>> SLOT_BITS;
    int at = slot & SLOTS - 1;
    return run < addresses.length && at < addresses[run].length && addresses[run][at] != NONE;
  }

  /** Frees what nDPI keeps for the flow, and gives its piece back. */
  void release(int slot) {
    long[] run = runOf(slot);
    long address = run[slot & SLOTS - 1];
    run[slot & SLOTS - 1] = NONE;
    NdpiCalls.ndpi_free_flow_data(address);
    EVERYWHERE.setMemory(address, flowBytes, (byte) 0);
    free[freeCount++] = address;
  }

  private long take() {
    if (freeCount == 0) {
      addPage();
    }
    return free[--freeCount];
  }

  /** As many pieces as there are, within bounds. */
  private void addPage() {
    int flows = Math.min(LARGEST_PAGE_FLOWS, Math.max(FIRST_PAGE_FLOWS, pieces));
    Memory page = new Memory((long) flows * flowBytes);
    page.clear();
    pages.add(page);
    pieces = Math.addExact(pieces, flows);
    if (pieces > free.length) {
      free = new long[pieces + pieces / 2];
    }
    for (int i = flows - 1; i >= 0; i--) {
      free[freeCount++] = Pointer.nativeValue(page) + (long) i * flowBytes;
    }
  }

  /** Releases all flows that hold a piece, and keeps room for as many as the first page has. */
  void releaseAll() {
    for (int slot = 0; slot < addresses.length << SLOT_BITS; slot++) {
      if (holds(slot)) {
        release(slot);
      }
    }
    if (pages.size() > 1) {
      close();
    }
  }

  @Override
  public void close() {
    pages.forEach(Memory::close);
    pages.clear();
    free = new long[0];
    freeCount = 0;
    pieces = 0;
    addresses = new long[0][];
  }
}
