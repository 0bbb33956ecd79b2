package org.dreyfus.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

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
    record Drawn(long lot, int index) {}
    Drawn[] drawn = new Drawn[ids.size()];
    int next = 0;
    for (String id : ids) {
      drawn[next] = new Drawn(key.drawn("order", id), next);
      next++;
    }
    Arrays.sort(drawn, Comparator.comparingLong(Drawn::lot).thenComparingInt(Drawn::index));
    return new Shuffled(ids, Arrays.stream(drawn).mapToInt(Drawn::index).toArray());
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
