package org.dreyfus.classifier.ndpi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
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

  /** Of the pieces that no flow has: a stack. */
  private AddressRuns free = new AddressRuns();

  private int freeCount;
  private int pieces;

  /** Of a flow's piece by slot of the flow table; {@link #NONE} when it has none. */
  private AddressRuns bySlot = new AddressRuns();

  FlowSlab(int flowBytes) {
    this.flowBytes = (flowBytes + 15) & ~15;
  }

  /** The native address of a flow's structure, taken now if it has none. */
  long address(int slot) {
    long address = bySlot.get(slot);
    if (address == NONE) {
      address = take();
      bySlot.set(slot, address);
    }
    return address;
  }

  boolean holds(int slot) {
    return bySlot.get(slot) != NONE;
  }

  /** Frees what nDPI keeps for the flow, and gives its piece back. */
  void release(int slot) {
    long address = bySlot.get(slot);
    bySlot.set(slot, NONE);
    NdpiCalls.ndpi_free_flow_data(address);
    EVERYWHERE.setMemory(address, flowBytes, (byte) 0);
    free.set(freeCount++, address);
  }

  private long take() {
    if (freeCount == 0) {
      addPage();
    }
    return free.get(--freeCount);
  }

  /** As many pieces as there are, within bounds. */
  private void addPage() {
    int flows = Math.min(LARGEST_PAGE_FLOWS, Math.max(FIRST_PAGE_FLOWS, pieces));
    Memory page = new Memory((long) flows * flowBytes);
    page.clear();
    pages.add(page);
    pieces = Math.addExact(pieces, flows);
    for (int i = flows - 1; i >= 0; i--) {
      free.set(freeCount++, Pointer.nativeValue(page) + (long) i * flowBytes);
    }
  }

  /** Releases all flows that hold a piece, and keeps room for as many as the first page has. */
  void releaseAll() {
    for (int slot = 0; slot < bySlot.end(); slot++) {
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
    free = new AddressRuns();
    freeCount = 0;
    pieces = 0;
    bySlot = new AddressRuns();
  }
}
