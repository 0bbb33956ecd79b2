package org.dreyfus.exchange.replicate;

import java.util.SplittableRandom;

/** Every number once a round, each round in another order. */
final class RoundRobin {

  private final int[] round;
  private final SplittableRandom random;
  private int next;

  /**
   * @param size numbers from 0 to size - 1
   */
  RoundRobin(int size, SplittableRandom random) {
    this.round = new int[size];
    this.random = random;
    for (int i = 0; i < size; i++) {
      round[i] = i;
    }
  }

  int next() {
    if (next == 0) {
      shuffle();
    }
    int chosen = round[next];
    next = (next + 1) % round.length;
    return chosen;
  }

  private void shuffle() {
    for (int i = round.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = round[i];
      round[i] = round[other];
      round[other] = moved;
    }
  }
}
