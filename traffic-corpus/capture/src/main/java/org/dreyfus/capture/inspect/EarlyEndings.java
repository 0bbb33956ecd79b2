package org.dreyfus.capture.inspect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings the flows that end before the capture does, and whose answers are final, from several
 * shares into one order: that of the frames at which they ended. Keeps those of faster readers
 * until the slowest has come as far. Safe for many threads; the listener is called by one at a
 * time.
 */
final class EarlyEndings {

  private final PassListener listener;
  private final List<Deque<KeptFlow>> waiting;
  private final long[] reached;

  EarlyEndings(int shares, PassListener listener) {
    this.listener = listener;
    this.waiting = Stream.<Deque<KeptFlow>>generate(ArrayDeque::new).limit(shares).toList();
    this.reached = new long[shares];
  }

  /**
   * A reader has come to a frame.
   *
   * @param frame that was read last; no flow given later ended before or at it
   * @param ended since this was last called, in the order of their ends
   */
  synchronized void reached(int share, long frame, Collection<KeptFlow> ended) {
    waiting.get(share).addAll(ended);
    reached[share] = frame;
    long behindAll = Arrays.stream(reached).min().orElse(0);
    int next = earliest();
    while (endOf(next) <= behindAll && !waiting.get(next).isEmpty()) {
      listener.ended(waiting.get(next).remove());
      next = earliest();
    }
  }

  private int earliest() {
    int earliest = 0;
    for (int share = 1; share < waiting.size(); share++) {
      if (endOf(share) < endOf(earliest)) {
        earliest = share;
      }
    }
    return earliest;
  }

  /** Where the next waiting flow of a share ended; beyond every frame when none is waiting. */
  private long endOf(int share) {
    Deque<KeptFlow> of = waiting.get(share);
    return of.isEmpty() ? Long.MAX_VALUE : of.element().endedAtFrame();
  }
}
