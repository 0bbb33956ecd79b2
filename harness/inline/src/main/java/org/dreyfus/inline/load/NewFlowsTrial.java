package org.dreyfus.inline.load;

import java.time.Duration;
import java.util.List;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.ScriptedFlows;
import org.dreyfus.inline.traffic.ScriptedFlows.Patience;
import org.dreyfus.inline.traffic.TestPath;

/**
 * Opens small flows at one rate, through all phases; each runs to its end. After RFC 9411 section
 * 7.2, without real TCP: nothing is sent again, so that one lost packet is one failed flow.
 */
final class NewFlowsTrial {

  /** A tester that opens less than this share of what it should has not tried the rate. */
  private static final double OFFERED_ENOUGH = 0.97;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int BATCH = 8;
  private static final double NANOS = 1e9;

  private final TestPath path;
  private final LoadPhases phases;

  NewFlowsTrial(TestPath path, LoadPhases phases) {
    this.path = path;
    this.phases = phases;
  }

  /**
   * What came of it.
   *
   * @param openedPerSecond in the sustain phase
   * @param opened in all phases
   * @param completed of them
   * @param offeredEnough whether the tester could offer the rate
   */
  record Result(double openedPerSecond, int opened, int completed, boolean offeredEnough) {
    boolean isLossless() {
      return completed == opened;
    }
  }

  /** Runs it at so many new flows a second. */
  Result at(double rate) {
    int most = (int) Math.ceil(phases.offered(phases.endNanos(), rate)) + 1;
    ScriptedFlows flows =
        new ScriptedFlows(
            path,
            FlowAddresses.fresh(SmallExchange.SERVER_PORT),
            List.of(SmallExchange.once()),
            Math.min(most, FlowAddresses.MAXIMUM_FLOWS),
            new Patience(0, PATIENCE.toNanos()));
    Pacer pacer = new Pacer(phases, rate, path.nanoTime());
    int opened = 0;
    int sustained = 0;
    long now = path.nanoTime();
    while (!pacer.isOver(now)) {
      int due = Math.min(pacer.due(now, BATCH), flows.size() - opened);
      for (int i = 0; i < due; i++) {
        flows.proceed(opened++);
      }
      sustained += pacer.isSustained(now) ? due : 0;
      if (flows.poll() == 0 && due == 0) {
        Idle.briefly(path);
      }
      now = path.nanoTime();
    }
    while (flows.onTheirWay() > 0) {
      if (flows.poll() == 0) {
        Idle.briefly(path);
      }
    }
    double perSecond = sustained / (phases.sustain().toNanos() / NANOS);
    return new Result(perSecond, opened, flows.passed(), perSecond >= OFFERED_ENOUGH * rate);
  }
}
