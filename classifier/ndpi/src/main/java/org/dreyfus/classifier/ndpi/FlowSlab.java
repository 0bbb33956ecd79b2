package org.dreyfus.classifier.ndpi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Arrays;

/**
 * nDPI's structures of the flows under inspection: equal pieces of zeroed native memory, taken when
 * a flow is first looked at and given back when it is decided.
 */
final class FlowSlab implements AutoCloseable {

  private static final int PAGE_FLOWS = 64;
  private static final int NONE = -1;

  private final int flowBytes;
  private Memory[] pages = new Memory[0];
  private int[] free = new int[PAGE_FLOWS];
  private int freeCount;

  /** Piece by slot of the flow table; {@link #NONE} when the flow has none. */
  private int[] pieceBySlot = new int[0];

  FlowSlab(int flowBytes) {
    this.flowBytes = (flowBytes + 15) & ~15;
  }

  /** The native address of a flow's structure, taken now if it has none. */
  long address(int slot) {
    if (slot >= pieceBySlot.length) {
      int before = pieceBySlot.length;
      pieceBySlot = Arrays.copyOf(pieceBySlot, Math.max(PAGE_FLOWS, 2 * (slot + 1)));
      Arrays.fill(pieceBySlot, before, pieceBySlot.length, NONE);
    }
    int piece = pieceBySlot[slot];
    if (piece == NONE) {
      piece = take();
      pieceBySlot[slot] = piece;
    }
    return addressOfPiece(piece);
  }

  boolean holds(int slot) {
    return slot < pieceBySlot.length && pieceBySlot[slot] != NONE;
  }

  /** Frees what nDPI keeps for the flow, and gives its piece back. */
  void release(int slot) {
    int piece = pieceBySlot[slot];
    pieceBySlot[slot] = NONE;
    long address = addressOfPiece(piece);
    NdpiCalls.ndpi_free_flow_data(address);
    pages[piece / PAGE_FLOWS].setMemory(
        (long) (piece % PAGE_FLOWS) * flowBytes, flowBytes, (byte) 0);
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * free.length);
    }
    free[freeCount++] = piece;
  }

  private int take() {
    if (freeCount == 0) {
      addPage();
    }
    return free[--freeCount];
  }

  private void addPage() {
    Memory page = new Memory((long) PAGE_FLOWS * flowBytes);
    page.clear();
    int number = pages.length;
    pages = Arrays.copyOf(pages, number + 1);
    pages[number] = page;
    if (free.length < PAGE_FLOWS) {
      free = Arrays.copyOf(free, PAGE_FLOWS);
    }
    for (int i = PAGE_FLOWS - 1; i >= 0; i--) {
      free[freeCount++] = number * PAGE_FLOWS + i;
    }
  }

  private long addressOfPiece(int piece) {
    return Pointer.nativeValue(pages[piece / PAGE_FLOWS]) + (long) (piece % PAGE_FLOWS) * flowBytes;
  }

  /** Releases all flows that hold a piece, and keeps room for as many as a page has. */
  void releaseAll() {
    for (int slot = 0; slot < pieceBySlot.length; slot++) {
      if (holds(slot)) {
        release(slot);
      }
    }
    if (pages.length > 1) {
      close();
    }
  }

  @Override
  public void close() {
    for (Memory page : pages) {
      page.close();
    }
    pages = new Memory[0];
    free = new int[PAGE_FLOWS];
    freeCount = 0;
    pieceBySlot = new int[0];
  }
}
