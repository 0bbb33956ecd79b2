package org.dreyfus.bundle;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Packets;
import org.dreyfus.scoring.inline.FlowReplay.Result;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;
import org.dreyfus.scoring.inline.LoadReport;

/** A small run of a device on the wire, with every kind of fact. */
final class InlineRuns {

  private static final Packets CLEAN = new Packets(10, 0, 10, 0, 0, 0, 0, 0, 0, 0);
  private static final Packets RESET = new Packets(10, 5, 4, 6, 1, 1, 1, 1, 1, 1);
  private static final FlowReplay PASSED = new FlowReplay(Result.PASSED, 0, CLEAN);
  private static final FlowReplay BLOCKED = new FlowReplay(Result.RESET, 5, RESET);

  private InlineRuns() {}

  static Bundle bundle() throws IOException {
    return bundle(flows(), DecisionPoint.WIRE);
  }

  static Bundle bundle(List<InlineFlow> flows, DecisionPoint decision) throws IOException {
    RunEvidence offline = RunEvidence.of(Runs.bundle().evidence());
    List<ClaimFile> claims = List.of(InputFiles.claims(Runs.CLAIMS.resolve("mediadefender.json")));
    List<Policy> policies = List.of(Policy.OWN);
    List<Observation> observations =
        offline.observations().stream().map(InlineRuns::observation).toList();
    RunEvidence evidence =
        new RunEvidence(
                offline.corpus(),
                offline.sessions(),
                observations,
                Set.of(),
                3,
                Set.of("NETWORK"),
                List.of())
            .with(new InlineEvidence(run(), flows));
    return new Bundle(
        Runs.manifest(offline.corpus(), claims, policies, decision), evidence, policies, claims);
  }

  /** Flow 1 of session a is blocked, flow 9 of b is inconclusive, the others are let through. */
  private static Observation observation(Observation from) {
    boolean blocked = from.session().equals("a");
    boolean inconclusive = from.flow() == 9;
    return new Observation(
        from.session(),
        from.flow(),
        from.label(),
        from.packets(),
        from.bytes(),
        from.lastPayloadPacket(),
        from.contentBytes(),
        blocked ? 400 : from.contentBytes(),
        inconclusive ? new Outcome.Skipped("inconclusive: lost") : new Outcome.Answered(),
        blocked ? Observation.VerdictKind.BLOCK : Observation.VerdictKind.UNDECIDED,
        Optional.empty(),
        blocked ? 5 : 0,
        blocked ? Observation.Action.BLOCK : Observation.Action.PASS);
  }

  static List<InlineFlow> flows() {
    return List.of(
        new InlineFlow(
            "a",
            1,
            InlineVerdict.BLOCKED,
            2,
            List.of(BLOCKED, BLOCKED, PASSED),
            List.of(new InlineFlow.Control(InlineFlow.Change.BIT_INVERTED, PASSED)),
            Optional.of(InlineFlow.Cause.CONTENT)),
        let("b", 1, InlineVerdict.ALLOWED),
        let("b", 7, InlineVerdict.ALLOWED),
        let("b", 9, InlineVerdict.INCONCLUSIVE));
  }

  static InlineFlow let(String session, long flow, InlineVerdict verdict) {
    return new InlineFlow(
        session, flow, verdict, 0, List.of(PASSED, PASSED, PASSED), List.of(), Optional.empty());
  }

  private static InlineRun run() {
    InlineRun.Calibration calibration =
        new InlineRun.Calibration(100, 0, 1_000, 1, 20.5, 41.25, 90, 0);
    Packets totals =
        flows().stream()
            .flatMap(flow -> flow.replays().stream())
            .map(FlowReplay::packets)
            .reduce(Packets.NONE, Packets::plus);
    LoadReport.Limits limits =
        new LoadReport.Limits(
            List.of(new LoadReport.Step(1_000, 999.5, 5, 20, 30, 40, 50, 60)), 900, 200, 1_000);
    return new InlineRun(
        InlineRun.SCHEMA_VERSION,
        "lab: test",
        3,
        8,
        5_000,
        5,
        calibration,
        calibration,
        totals,
        1_000,
        60.5,
        Map.of("ip.ttl", 2L),
        new InlineRun.Strays(13, 13, 1, 12, 0.2, 2, 12, Map.of("192.0.2.9", 12L)),
        Map.of("no IP", 4L),
        List.of(
            new FailureBehaviour(
                FailureBehaviour.Failure.KILLED,
                FailureBehaviour.Fate.STOPS,
                FailureBehaviour.Fate.STOPS,
                "Killed, it let nothing pass.")),
        Optional.of(new LoadReport(512, limits, limits)));
  }
}
