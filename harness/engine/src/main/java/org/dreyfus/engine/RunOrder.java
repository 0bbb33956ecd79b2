package org.dreyfus.engine;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** The order in which a run evaluates its sessions. */
final class RunOrder {

  private RunOrder() {}

  /**
   * Shuffled under the key of the first pass; in the order of their ids when nothing is blinded.
   * Reads no session.
   *
   * @param treatment of a run that is a single pass over treated traffic
   * @return ids
   */
  static List<String> of(Evaluation evaluation, Optional<Treatment> treatment) {
    List<String> ids = evaluation.corpus().sessionIds();
    if (treatment.isPresent()) {
      return shuffled(ids, treatment.get().key(evaluation.seed()));
    }
    return evaluation.blinded() ? shuffled(ids, new RunKey(evaluation.seed(), 0)) : ids;
  }

  private static List<String> shuffled(List<String> ids, RunKey key) {
    long[] lots = new long[ids.size()];
    int next = 0;
    for (String id : ids) {
      lots[next++] = key.drawn("order", id);
    }
    int[] order =
        IntStream.range(0, lots.length)
            .boxed()
            .sorted(Comparator.comparingLong(index -> lots[index]))
            .mapToInt(index -> index)
            .toArray();
    return new Shuffled(ids, order);
  }

  /** Another order of a list: it keeps no element itself. */
  private static final class Shuffled extends AbstractList<String> implements RandomAccess {
    private final List<String> ids;
    private final int[] order;

    Shuffled(List<String> ids, int[] order) {
      this.ids = ids;
      this.order = order;
    }

    @Override
    public String get(int index) {
      return ids.get(order[index]);
    }

    @Override
    public int size() {
      return order.length;
    }
  }
}
