package org.dreyfus.inline.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dreyfus.inline.load.RateSearch.Held;
import org.dreyfus.inline.traffic.TestPath;
import org.dreyfus.scoring.inline.LoadReport.Limits;
import org.dreyfus.scoring.inline.LoadReport.Step;

/** Finds out what one path can carry. */
final class PathLimits {

  private static final int PACKET_RUNGS = 7;
  private static final int FLOW_RUNGS = 5;
  private static final int CONCURRENT_RUNGS = 3;

  /** Flows of the concurrent test are opened slower than new flows can be. */
  private static final double CAREFUL = 0.5;

  /** Longer it is not waited for flows to be opened. */
  private static final double OPENING_SECONDS = 10;

  private static final int FEWEST_FLOWS = 10;

  private final LoadPlan plan;
  private final PathSource source;
  private final Consumer<String> progress;

  /** Hands out the path for the next trial, with a device that works. */
  interface PathSource {
    TestPath next();
  }

  PathLimits(LoadPlan plan, PathSource source, Consumer<String> progress) {
    this.plan = plan;
    this.source = source;
    this.progress = progress;
  }

  /** Measures. */
  Limits measure() {
    List<Step> steps = new ArrayList<>();
    double throughput = throughput(steps);
    double newFlows = newFlows();
    long concurrent = concurrent(CAREFUL * newFlows);
    steps.sort(Comparator.comparingDouble(Step::offered));
    return new Limits(steps, throughput, newFlows, concurrent);
  }

  private double throughput(List<Step> steps) {
    double[] best = {0};
    RateSearch search =
        new RateSearch(
            plan.maxPacketsPerSecond(), PACKET_RUNGS, plan.resolution(), plan.attempts());
    search.highest(
        rate -> {
          StreamTrial.Result result = new StreamTrial(source.next(), plan).at(rate);
          steps.add(result.step());
          say(
              "%,.0f packets/s offered, %,.0f forwarded, %,d lost",
              result.step().offered(), result.step().forwarded(), result.step().lost());
          Held held = held(result.isLossless(), result.offeredEnough());
          if (held != Held.NO) {
            best[0] = Math.max(best[0], result.step().forwarded());
          }
          return held;
        });
    return best[0];
  }

  private double newFlows() {
    double[] best = {0};
    RateSearch search =
        new RateSearch(plan.maxNewFlowsPerSecond(), FLOW_RUNGS, plan.resolution(), plan.attempts());
    search.highest(
        rate -> {
          NewFlowsTrial.Result result = new NewFlowsTrial(source.next(), plan.phases()).at(rate);
          say(
              "%,.0f new flows/s, %,d of %,d completed",
              result.openedPerSecond(), result.completed(), result.opened());
          Held held = held(result.isLossless(), result.offeredEnough());
          if (held != Held.NO) {
            best[0] = Math.max(best[0], result.openedPerSecond());
          }
          return held;
        });
    return best[0];
  }

  /** None at once where none is carried alone. */
  private long concurrent(double flowsPerSecond) {
    double bound = Math.min(plan.maxConcurrentFlows(), OPENING_SECONDS * flowsPerSecond);
    if (bound < FEWEST_FLOWS) {
      return 0;
    }
    RateSearch search = new RateSearch(bound, CONCURRENT_RUNGS, plan.resolution(), plan.attempts());
    double most =
        search.highest(
            rate -> {
              int count = (int) Math.max(1, Math.floor(rate));
              int passed = new ConcurrentFlowsTrial(source.next(), flowsPerSecond).passedOf(count);
              say("%,d flows at once, %,d passed", count, passed);
              return passed == count ? Held.YES : Held.NO;
            });
    return (long) Math.floor(most);
  }

  private static Held held(boolean lossless, boolean offeredEnough) {
    if (!lossless) {
      return Held.NO;
    }
    return offeredEnough ? Held.YES : Held.NOT_OFFERED;
  }

  private void say(String format, Object... values) {
    progress.accept(String.format(Locale.ROOT, format, values));
  }
}
