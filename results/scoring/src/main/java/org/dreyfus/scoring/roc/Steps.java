package org.dreyfus.scoring.roc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Finds every threshold at which something changes. */
public final class Steps {

  private static final double SAME = 1e-9;

  private Steps() {}

  /** From nothing blocked to all blocked, thresholds falling. */
  public static List<Step> of(Collection<Scored> all) {
    Map<Double, double[]> joining = new TreeMap<>(Comparator.reverseOrder());
    for (Scored each : all) {
      int place = each.unlicensed() ? 2 : 0;
      sums(joining, each.lowest())[place] += each.weight();
      sums(joining, each.highest())[place + 1] += each.weight();
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Optional.empty(), 0, 0, 0, 0));
    double[] sum = new double[4];
    joining.forEach(
        (threshold, added) -> {
          for (int i = 0; i < sum.length; i++) {
            sum[i] = nearWhole(sum[i] + added[i]);
          }
          steps.add(new Step(Optional.of(threshold), sum[0], sum[1], sum[2], sum[3]));
        });
    return steps;
  }

  private static double[] sums(Map<Double, double[]> joining, double score) {
    return joining.computeIfAbsent(score, absent -> new double[4]);
  }

  /** Thirds of a cluster add up to whole clusters again. */
  private static double nearWhole(double sum) {
    return Math.abs(sum - Math.rint(sum)) < SAME ? Math.rint(sum) : sum;
  }

  /**
   * Fewer steps of the same line. The corners of the convex hull all stay, of the best case and of
   * the worst; the others are thinned evenly.
   *
   * @param most steps that are kept, unless the hulls have more corners
   */
  public static List<Step> thinned(List<Step> steps, int most) {
    if (steps.size() <= most) {
      return List.copyOf(steps);
    }
    TreeSet<Integer> kept = new TreeSet<>(List.of(0, steps.size() - 1));
    kept.addAll(hull(steps, Step::lawfulAtLeast, Step::unlicensedAtMost));
    kept.addAll(hull(steps, Step::lawfulAtMost, Step::unlicensedAtLeast));
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!kept.contains(i)) {
        others.add(i);
      }
    }
    int room = Math.max(0, most - kept.size());
    for (int i = 0; i < room && i < others.size(); i++) {
      kept.add(others.get((int) ((long) i * others.size() / room)));
    }
    return kept.stream().map(steps::get).toList();
  }

  /** Corners of the upper hull: A. M. Andrew, Information Processing Letters 9, 1979. */
  private static List<Integer> hull(
      List<Step> steps, ToDoubleFunction<Step> across, ToDoubleFunction<Step> up) {
    List<Integer> corners = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      while (corners.size() > 1
          && !turnsDown(
              steps.get(corners.get(corners.size() - 2)),
              steps.get(corners.get(corners.size() - 1)),
              steps.get(i),
              across,
              up)) {
        corners.remove(corners.size() - 1);
      }
      corners.add(i);
    }
    return corners;
  }

  private static boolean turnsDown(
      Step from, Step over, Step to, ToDoubleFunction<Step> across, ToDoubleFunction<Step> up) {
    double before =
        (up.applyAsDouble(over) - up.applyAsDouble(from))
            * (across.applyAsDouble(to) - across.applyAsDouble(from));
    double after =
        (up.applyAsDouble(to) - up.applyAsDouble(from))
            * (across.applyAsDouble(over) - across.applyAsDouble(from));
    return before > after + SAME;
  }
}
