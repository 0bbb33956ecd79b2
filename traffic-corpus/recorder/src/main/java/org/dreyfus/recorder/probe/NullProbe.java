package org.dreyfus.recorder.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Pair;

/**
 * Tries to tell the members of pairs apart by what their traffic looks like, without any feed.
 * Every predictor learns from pairs of other clusters and other works, and is then asked; how often
 * it is right is held against what it would have been had the coins fallen otherwise: all coins of
 * a pair of works are flipped together, and every flip is learnt from anew, exactly, because
 * predictions are linear in the coins.
 *
 * <p>Many predictors are tried; the gate is one test, of the best of them, against the best of them
 * under every flip (Westfall and Young, 1993: maximum of standardised statistics).
 */
public final class NullProbe {

  private static final long SEED = 2007;

  private final List<Twins> pairs;
  private final int draws;

  private NullProbe(List<Twins> pairs, int draws) {
    this.pairs = pairs;
    this.draws = draws;
  }

  /**
   * Probes the pairs of one type; types are never pooled.
   *
   * @param draws of coins; 9,999 give p to within 0.005
   * @return empty rows when the corpus has fewer than two clusters with pairs
   */
  public static ProbeResult run(Corpus corpus, Pair.Type type, int draws) throws IOException {
    List<Twins> pairs =
        Twins.of(corpus).stream().filter(twins -> twins.pair().type() == type).toList();
    return of(pairs, draws);
  }

  static ProbeResult of(List<Twins> pairs, int draws) {
    return new NullProbe(pairs, draws).result();
  }

  private record Attempt(
      Predictor predictor, Predictor.Scale scale, List<Family> families, double[][] matrix) {}

  private ProbeResult result() {
    int[] group = groups();
    if (IntStream.of(group).distinct().count() < 2) {
      return new ProbeResult(pairs.size(), draws, 1, List.of());
    }
    List<Attempt> attempts = attempts(group);
    double[] coins = pairs.stream().mapToDouble(Twins::coin).toArray();
    double[] observed = shares(attempts, coins);
    double[][] drawn = draw(attempts, coins);
    double[] mean = new double[observed.length];
    double[] spread = new double[observed.length];
    moments(drawn, mean, spread);
    double highest = highest(observed, mean, spread);
    long asHigh =
        Arrays.stream(drawn).filter(d -> highest(d, mean, spread) >= highest - 1e-9).count();
    List<ProbeResult.Row> rows = new ArrayList<>();
    for (int a = 0; a < observed.length; a++) {
      int at = a;
      long as = Arrays.stream(drawn).filter(d -> d[at] >= observed[at] - 1e-9).count();
      Attempt attempt = attempts.get(a);
      rows.add(
          new ProbeResult.Row(
              attempt.predictor().name(),
              attempt.scale().name(),
              attempt.families().size() > 1 ? "ALL" : attempt.families().get(0).name(),
              observed[a],
              (1.0 + as) / (1 + draws)));
    }
    return new ProbeResult(pairs.size(), draws, (1.0 + asHigh) / (1 + draws), rows);
  }

  private List<Attempt> attempts(int[] group) {
    List<List<Family>> views = new ArrayList<>();
    List<Family> seen = Arrays.stream(Family.values()).filter(this::isSeen).toList();
    seen.forEach(family -> views.add(List.of(family)));
    views.add(seen);
    List<Attempt> attempts = new ArrayList<>();
    for (List<Family> view : views) {
      for (Predictor.Scale scale : Predictor.Scale.values()) {
        double[][] rows = Predictor.rows(pairs, view, scale);
        for (Predictor predictor : Predictor.values()) {
          attempts.add(new Attempt(predictor, scale, view, predictor.matrix(rows, group)));
        }
      }
    }
    return attempts;
  }

  private boolean isSeen(Family family) {
    return pairs.stream().anyMatch(twins -> twins.difference().of(family).length > 0);
  }

  /** Pairs of one cluster, and pairs of the same works, are never learnt from each other. */
  private int[] groups() {
    int[] group = IntStream.range(0, pairs.size()).toArray();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      for (String key :
          List.of("cluster " + pairs.get(i).cluster(), "works " + pairs.get(i).pair().workPair())) {
        Integer other = first.putIfAbsent(key, i);
        if (other != null) {
          merge(group, group[other], group[i]);
        }
      }
    }
    return group;
  }

  private static void merge(int[] group, int one, int other) {
    for (int i = 0; i < group.length; i++) {
      group[i] = group[i] == other ? one : group[i];
    }
  }

  private double[][] draw(List<Attempt> attempts, double[] coins) {
    List<String> works = pairs.stream().map(twins -> twins.pair().workPair()).distinct().toList();
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] drawn = new double[draws][];
    for (int d = 0; d < draws; d++) {
      Map<String, Integer> flips = new HashMap<>();
      works.forEach(work -> flips.put(work, random.nextBoolean() ? 1 : -1));
      double[] flipped = coins.clone();
      for (int i = 0; i < flipped.length; i++) {
        flipped[i] *= flips.getOrDefault(pairs.get(i).pair().workPair(), 1);
      }
      drawn[d] = shares(attempts, flipped);
    }
    return drawn;
  }

  private static double[] shares(List<Attempt> attempts, double[] coins) {
    return attempts.stream().mapToDouble(attempt -> share(attempt.matrix(), coins)).toArray();
  }

  /** Share of pairs that are told apart rightly; a prediction of nought is half right. */
  private static double share(double[][] matrix, double[] coins) {
    double right = 0;
    for (int i = 0; i < coins.length; i++) {
      double predicted = 0;
      for (int j = 0; j < coins.length; j++) {
        predicted += matrix[i][j] * coins[j];
      }
      right += (1 + Math.signum(predicted * coins[i])) / 2;
    }
    return right / coins.length;
  }

  private static void moments(double[][] drawn, double[] mean, double[] spread) {
    for (int a = 0; a < mean.length; a++) {
      int at = a;
      mean[a] = Arrays.stream(drawn).mapToDouble(d -> d[at]).average().orElse(0.5);
      double centre = mean[a];
      double squares =
          Arrays.stream(drawn)
              .mapToDouble(d -> (d[at] - centre) * (d[at] - centre))
              .average()
              .orElse(0);
      spread[a] = Math.sqrt(Math.max(squares, 1e-12));
    }
  }

  private static double highest(double[] shares, double[] mean, double[] spread) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < shares.length; a++) {
      highest = Math.max(highest, (shares[a] - mean[a]) / spread[a]);
    }
    return highest;
  }
}
