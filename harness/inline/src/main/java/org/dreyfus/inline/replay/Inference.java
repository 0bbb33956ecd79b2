package org.dreyfus.inline.replay;

import java.util.List;
import java.util.Optional;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Result;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineFlow.Cause;
import org.dreyfus.scoring.inline.InlineFlow.Change;
import org.dreyfus.scoring.inline.InlineFlow.Control;
import org.dreyfus.scoring.inline.InlineVerdict;

/** What several replays of a flow say together. */
final class Inference {

  /** So rare in a whole run that loss does not explain a flow that looked blocked. */
  private static final double UNLIKELY = 0.05;

  private final PathNoise noise;
  private final long flowReplays;

  /**
   * @param flowReplays flows of the run times replays: how many chances loss had to look like a
   *     block
   */
  Inference(PathNoise noise, long flowReplays) {
    this.noise = noise;
    this.flowReplays = flowReplays;
  }

  InlineFlow flow(String session, long flow, List<FlowReplay> replays, List<Control> controls) {
    int blocked = (int) replays.stream().filter(FlowReplay::wasBlocked).count();
    return new InlineFlow(
        session,
        flow,
        verdict(replays, blocked),
        blocked,
        replays,
        controls,
        blocked == replays.size() ? cause(controls) : Optional.empty());
  }

  private InlineVerdict verdict(List<FlowReplay> replays, int blocked) {
    long throttled = replays.stream().filter(r -> r.result() == Result.THROTTLED).count();
    if (isMost(blocked, replays)) {
      return InlineVerdict.BLOCKED;
    } else if (blocked > 0 && lossExplains(replays)) {
      return InlineVerdict.INCONCLUSIVE;
    }
    return isMost(throttled, replays) ? InlineVerdict.THROTTLED : InlineVerdict.ALLOWED;
  }

  /** Two of three. */
  static boolean isMost(long count, List<FlowReplay> replays) {
    return 3 * count >= 2L * replays.size();
  }

  /** Whether somewhere in such a run loss alone would be expected to look like this block. */
  private boolean lossExplains(List<FlowReplay> replays) {
    long reset = replays.stream().filter(r -> r.result() == Result.RESET).count();
    long packets = replays.stream().mapToLong(r -> r.packets().sent()).max().orElse(0);
    return reset == 0 && noise.expectedLookalikes(packets) * flowReplays > UNLIKELY;
  }

  private static Optional<Cause> cause(List<Control> controls) {
    Optional<Boolean> inverted = blocked(controls, Change.BIT_INVERTED);
    Optional<Boolean> reTimed = blocked(controls, Change.RE_TIMED);
    if (inverted.isEmpty() || reTimed.isEmpty()) {
      return Optional.empty();
    } else if (!reTimed.get()) {
      return Optional.of(Cause.LOAD_OR_TIMING);
    }
    return Optional.of(inverted.get() ? Cause.ANY_CONTENT : Cause.CONTENT);
  }

  private static Optional<Boolean> blocked(List<Control> controls, Change change) {
    return controls.stream()
        .filter(control -> control.change() == change)
        .map(control -> control.replay().wasBlocked())
        .findFirst();
  }
}
