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

  /** Native memory from address 0, so that an offset is an address. */
  private static final Pointer EVERYWHERE = new Pointer(0);

  private final int flowBytes;
  private final List<Memory> pages = new ArrayList<>();

  /** Addresses of the pieces that no flow has; with room for all there are. */
  private long[] free = new long[0];

  private int freeCount;
  private int pieces;

  /** Address of a flow's piece by slot of the flow table; {@link #NONE} when it has none. */
  private long[] addressBySlot = new long[0];

  FlowSlab(int flowBytes) {
    this.flowBytes = (flowBytes + 15) & ~15;
  }

  /** The native address of a flow's structure, taken now if it has none. */
  long address(int slot) {
    if (slot >= addressBySlot.length) {
      addressBySlot = Arrays.copyOf(addressBySlot, Math.max(FIRST_PAGE_FLOWS, slot + 1 + slot / 2));
    }
    long address = addressBySlot[slot];
    if (address == NONE) {
      address = take();
      addressBySlot[slot] = address;
    }
    return address;
  }

  boolean holds(int slot) {
    return slot < addressBySlot.length && addressBySlot[slot] != NONE;
  }

  /** Frees what nDPI keeps for the flow, and gives its piece back. */
  void release(int slot) {
    long address = addressBySlot[slot];
    addressBySlot[slot] = NONE;
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
    for (int slot = 0; slot < addressBySlot.length; slot++) {
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
    addressBySlot = new long[0];
  }
}
