package org.dreyfus.inline.load;

import java.time.Duration;
import java.util.List;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.FlowScript;
import org.dreyfus.inline.traffic.ScriptedFlows;
import org.dreyfus.inline.traffic.ScriptedFlows.Patience;
import org.dreyfus.inline.traffic.TestPath;

/**
 * Opens many flows, has each of them exchange something twice while all are open, and closes them.
 * After RFC 9411 section 7.5. Nothing is sent again.
 */
final class ConcurrentFlowsTrial {

  private static final int ROUNDS = 2;
  private static final int PACKETS_OF_ROUND = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int BATCH = 8;
  private static final double NANOS = 1e9;

  private final TestPath path;
  private final double flowsPerSecond;

  /**
   * A trial.
   *
   * @param flowsPerSecond how fast flows are opened, used and closed: not faster than device and
   *     tester can
   */
  ConcurrentFlowsTrial(TestPath path, double flowsPerSecond) {
    this.path = path;
    this.flowsPerSecond = flowsPerSecond;
  }

  /** How many of so many flows passed from beginning to end. */
  int passedOf(int count) {
    ScriptedFlows flows =
        new ScriptedFlows(
            path,
            FlowAddresses.fresh(SmallExchange.SERVER_PORT),
            List.of(SmallExchange.repeated(ROUNDS)),
            count,
            new Patience(0, PATIENCE.toNanos()));
    for (int round = 0; round <= ROUNDS; round++) {
      flows.waitBefore(FlowScript.HANDSHAKE + round * PACKETS_OF_ROUND);
      proceedAll(flows);
      if (flows.failed() > 0) {
        break;
      }
    }
    flows.waitBefore(Integer.MAX_VALUE);
    proceedAll(flows);
    return flows.passed();
  }

  private void proceedAll(ScriptedFlows flows) {
    Duration duration =
        Duration.ofNanos((long) Math.ceil((flows.size() + 1) / flowsPerSecond * NANOS));
    Pacer pacer = new Pacer(LoadPhases.steady(duration), flowsPerSecond, path.nanoTime());
    int next = 0;
    while (next < flows.size()) {
      int due = Math.min(pacer.due(path.nanoTime(), BATCH), flows.size() - next);
      for (int i = 0; i < due; i++) {
        flows.proceed(next++);
      }
      if (flows.poll() == 0 && due == 0) {
        Idle.briefly(path);
      }
      if (pacer.isOver(path.nanoTime())) {
        pacer = new Pacer(LoadPhases.steady(duration), flowsPerSecond, path.nanoTime());
      }
    }
    while (flows.onTheirWay() > 0) {
      if (flows.poll() == 0) {
        Idle.briefly(path);
      }
    }
  }
}
