package org.dreyfus.capture.inspect;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * Ended flows with a place each in the capture, in ascending order.
 *
 * @param size how many there are
 * @param place of one of them, as the number of a frame
 * @param flow one of them
 */
record Placed(int size, IntToLongFunction place, IntFunction<EndedFlow> flow) {

  /** Hands the flows of all on, those with smaller places first. */
  static void merge(List<Placed> all, Consumer<EndedFlow> to) {
    int[] done = new int[all.size()];
    int next = next(all, done);
    while (done[next] < all.get(next).size()) {
      to.accept(all.get(next).flow().apply(done[next]++));
      next = next(all, done);
    }
  }

  /** Which of all has the flow with the smallest place; any when there is none left. */
  private static int next(List<Placed> all, int[] done) {
    int next = 0;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < done.length; i++) {
      Placed each = all.get(i);
      if (done[i] < each.size() && each.place().applyAsLong(done[i]) < smallest) {
        next = i;
        smallest = each.place().applyAsLong(done[i]);
      }
    }
    return next;
  }
}
