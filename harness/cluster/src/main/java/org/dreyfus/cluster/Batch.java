package org.dreyfus.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sessions that are evaluated by one task, one after the other.
 *
 * @param sessions ids
 */
record Batch(ArrayList<String> sessions) implements Serializable {

  private static final int BATCHES_PER_CORE = 4;
  private static final long LARGEST_BYTES = 16L << 20;

  /**
   * A session and how much there is to read.
   *
   * @param bytes of its capture
   */
  record Weighted(String session, long bytes) {}

  static Batch of(String session) {
    return new Batch(new ArrayList<>(List.of(session)));
  }

  /**
   * Batches of about the same size, the heaviest first: several a core, so that no core idles for
   * long at the end, and none much larger than 16 MiB, so that little is lost with an executor.
   *
   * @param cores of the cluster, at least 1
   */
  static List<Batch> pack(List<Weighted> sessions, int cores) {
    long all = sessions.stream().mapToLong(Weighted::bytes).sum();
    long wanted = Math.max((long) cores * BATCHES_PER_CORE, all / LARGEST_BYTES + 1);
    int count = (int) Math.min(sessions.size(), wanted);
    PriorityQueue<Filling> lightest =
        new PriorityQueue<>(
            Comparator.comparingLong((Filling filling) -> filling.bytes)
                .thenComparingInt(filling -> filling.number));
    List<Filling> fillings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fillings.add(new Filling(i));
    }
    lightest.addAll(fillings);
    List<Weighted> heaviestFirst = new ArrayList<>(sessions);
    heaviestFirst.sort(
        Comparator.comparingLong(Weighted::bytes).reversed().thenComparing(Weighted::session));
    for (Weighted session : heaviestFirst) {
      Filling filling = lightest.remove();
      filling.bytes += session.bytes();
      filling.sessions.add(session.session());
      lightest.add(filling);
    }
    fillings.sort(Comparator.comparingLong((Filling filling) -> filling.bytes).reversed());
    return fillings.stream().map(filling -> new Batch(filling.sessions)).toList();
  }

  /** A batch that is being filled. */
  private static final class Filling {
    private final int number;
    private final ArrayList<String> sessions = new ArrayList<>();
    private long bytes;

    Filling(int number) {
      this.number = number;
    }
  }
}
