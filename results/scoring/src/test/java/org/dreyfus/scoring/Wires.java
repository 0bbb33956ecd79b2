package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Packets;
import org.dreyfus.scoring.inline.FlowReplay.Result;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;

/** Small runs on the wire, made by hand: three replays unless said otherwise. */
final class Wires {

  static final Packets CLEAN = new Packets(10, 0, 10, 0, 0, 0, 0, 0, 0, 0);
  static final Packets CHANGED = new Packets(10, 0, 10, 0, 2, 0, 0, 0, 0, 0);
  static final Packets LATE = new Packets(10, 0, 10, 0, 0, 1, 0, 0, 0, 0);
  static final Packets DROPPED = new Packets(10, 15, 4, 6, 0, 0, 0, 0, 0, 0);
  static final Packets RESET = new Packets(10, 0, 4, 6, 0, 0, 0, 1, 1, 0);
  static final InlineRun.Strays QUIET = new InlineRun.Strays(0, 0, 0, 0, 0, 0, 0, Map.of());

  private final List<InlineFlow> flows = new ArrayList<>();
  private final double seconds;
  private final InlineRun.Strays strays;
  private long missedByTester;
  private int replays = 3;

  Wires(double seconds, InlineRun.Strays strays) {
    this.seconds = seconds;
    this.strays = strays;
  }

  static FlowReplay passed(Packets packets) {
    return new FlowReplay(Result.PASSED, 0, packets);
  }

  static FlowReplay dropped() {
    return new FlowReplay(Result.DROPPED, 5, DROPPED);
  }

  static FlowReplay reset() {
    return new FlowReplay(Result.RESET, 5, RESET);
  }

  Wires flow(String session, InlineVerdict verdict, FlowReplay... seen) {
    int blocked = (int) List.of(seen).stream().filter(FlowReplay::wasBlocked).count();
    replays = seen.length;
    flows.add(
        new InlineFlow(session, 1, verdict, blocked, List.of(seen), List.of(), Optional.empty()));
    return this;
  }

  Wires blind() {
    missedByTester = 1;
    return this;
  }

  InlineEvidence evidence() {
    InlineRun.Calibration calibration =
        new InlineRun.Calibration(100, 0, 1_000, 0, 20, 40, 90, missedByTester);
    Packets totals =
        flows.stream()
            .flatMap(flow -> flow.replays().stream())
            .map(FlowReplay::packets)
            .reduce(Packets.NONE, Packets::plus);
    return new InlineEvidence(
        new InlineRun(
            InlineRun.SCHEMA_VERSION,
            "test",
            replays,
            8,
            5_000,
            5,
            calibration,
            calibration,
            totals,
            1_000,
            seconds,
            Map.of(),
            strays,
            Map.of(),
            List.of(),
            Optional.empty()),
        flows);
  }
}
