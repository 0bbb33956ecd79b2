package org.dreyfus.classifier.ndpi;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.dreyfus.classifier.Verdict;

/**
 * Verdicts by nDPI's pair of protocol numbers, made once each; looking one up allocates nothing.
 */
final class PairVerdicts {

  private static final int INITIAL_PLACES = 64;
  private static final long USED = 1L << 32;

  private final IntFunction<Verdict> maker;

  /** Pair with {@link #USED}; 0 is free. */
  private long[] keys = new long[INITIAL_PLACES];

  private Verdict[] verdicts = free(INITIAL_PLACES);
  private int size;

  PairVerdicts(IntFunction<Verdict> maker) {
    this.maker = maker;
  }

  Verdict get(int pair) {
    int place = place(pair);
    return keys[place] == 0 ? add(pair) : verdicts[place];
  }

  /** Where the pair is, or belongs. */
  private int place(int pair) {
    long key = key(pair);
    int mask = keys.length - 1;
    int place = (pair ^ pair >>> 13) & mask;
    while (keys[place] != key && keys[place] != 0) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private Verdict add(int pair) {
    if (2 * ++size > keys.length) {
      grow();
    }
    int place = place(pair);
    keys[place] = key(pair);
    verdicts[place] = maker.apply(pair);
    return verdicts[place];
  }

  private void grow() {
    long[] oldKeys = keys;
    Verdict[] old = verdicts;
    keys = new long[2 * oldKeys.length];
    verdicts = free(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place((int) oldKeys[i]);
        keys[place] = oldKeys[i];
        verdicts[place] = old[i];
      }
    }
  }

  private static long key(int pair) {
    return pair & 0xffff_ffffL | USED;
  }

  private static Verdict[] free(int places) {
    Verdict[] all = new Verdict[places];
    Arrays.fill(all, Verdict.undecided());
    return all;
  }
}
