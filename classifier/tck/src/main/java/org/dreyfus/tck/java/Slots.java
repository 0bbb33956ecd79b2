package org.dreyfus.tck.java;

import java.util.ArrayDeque;
import java.util.Deque;

/** Gives out slot numbers. */
final class Slots {

  private final boolean recycling;
  private final Deque<Integer> free = new ArrayDeque<>();
  private int next;

  /**
   * @param recycling whether a slot that came back is the next to be given out
   */
  Slots(boolean recycling) {
    this.recycling = recycling;
  }

  int take() {
    return recycling && !free.isEmpty() ? free.pop() : next++;
  }

  void giveBack(int slot) {
    free.push(slot);
  }
}
