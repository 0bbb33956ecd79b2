package org.dreyfus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;
import org.dreyfus.scoring.inline.FailureBehaviour.Fate;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Packets;
import org.dreyfus.scoring.inline.FlowReplay.Result;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;
import org.dreyfus.scoring.inline.LoadReport;

/** A run of {@link PagesTest} as if it had been made on the wire. */
final class InlineBundles {

  static final String HOSTILE = "<script>alert('wire')</script>&\"";

  private static final Packets CLEAN = new Packets(1_200, 0, 1_200, 0, 0, 0, 0, 0, 0, 0);
  private static final FlowReplay PASSED = new FlowReplay(Result.PASSED, 0, CLEAN);
  private static final FlowReplay RESET =
      new FlowReplay(Result.RESET, 1, new Packets(12, 5, 4, 8, 0, 0, 0, 2, 1, 0));
  private static final InlineRun.Strays QUIET = new InlineRun.Strays(0, 0, 0, 0, 0, 0, 0, Map.of());

  private InlineBundles() {}

  /** A box that resets every flow, meddles and floods; everything was tried with it. */
  static Bundle meddlesome() {
    List<InlineFlow> flows = new ArrayList<>();
    Bundle offline = PagesTest.bundle(false, true, new Outcome.Answered());
    for (Observation observation : RunEvidence.of(offline.evidence()).observations()) {
      boolean always = flows.size() != 1;
      flows.add(
          new InlineFlow(
              observation.session(),
              observation.flow(),
              InlineVerdict.BLOCKED,
              always ? 3 : 2,
              List.of(RESET, RESET, always ? RESET : PASSED),
              List.of(new InlineFlow.Control(InlineFlow.Change.BIT_INVERTED, PASSED)),
              Optional.of(always ? InlineFlow.Cause.CONTENT : InlineFlow.Cause.LOAD_OR_TIMING)));
    }
    InlineRun.Strays flood =
        new InlineRun.Strays(
            480_000, 479_990, 10, 479_900, 7_900.5, 8_000, 479_000, Map.of(HOSTILE, 479_000L));
    LoadReport.Limits tester = limits(150_000, 149_000.5);
    LoadReport load = new LoadReport(512, tester, limits(90_000, 61_000));
    return wired(
        offline, flows, run(flows, flood, Map.of("ip.ttl", 7L), failures(), Optional.of(load)));
  }

  /** A plain cable. */
  static Bundle cable() {
    Bundle offline = PagesTest.bundle(false, true, new Outcome.Answered());
    List<InlineFlow> flows =
        RunEvidence.of(offline.evidence()).observations().stream()
            .map(
                flow ->
                    new InlineFlow(
                        flow.session(),
                        flow.flow(),
                        InlineVerdict.ALLOWED,
                        0,
                        List.of(PASSED, PASSED, PASSED),
                        List.of(),
                        Optional.empty()))
            .toList();
    return wired(offline, flows, run(flows, QUIET, Map.of(), List.of(), Optional.empty()));
  }

  private static LoadReport.Limits limits(double offered, double forwarded) {
    return new LoadReport.Limits(
        List.of(
            new LoadReport.Step(1_000, 1_000, 0, 20, 30, 40, 50, 60),
            new LoadReport.Step(offered, forwarded, 1_234, 200, 300, 400, 500, 6_000)),
        offered,
        offered / 10,
        10_000);
  }

  private static List<FailureBehaviour> failures() {
    return List.of(
        new FailureBehaviour(Failure.KILLED, Fate.PASSES, Fate.PASSES, HOSTILE),
        new FailureBehaviour(Failure.STARVED, Fate.MISJUDGED, Fate.NOT_TRIED, "3 of 20 flows."));
  }

  private static InlineRun run(
      List<InlineFlow> flows,
      InlineRun.Strays strays,
      Map<String, Long> changes,
      List<FailureBehaviour> failures,
      Optional<LoadReport> load) {
    InlineRun.Calibration calibration =
        new InlineRun.Calibration(100, 0, 12_000, 1, 20.5, 41.25, 312, 0);
    Packets totals =
        flows.stream()
            .flatMap(flow -> flow.replays().stream())
            .map(FlowReplay::packets)
            .reduce(Packets.NONE, Packets::plus);
    return new InlineRun(
        InlineRun.SCHEMA_VERSION,
        HOSTILE,
        3,
        8,
        5_000,
        5,
        calibration,
        calibration,
        totals,
        12_345.6,
        60.5,
        changes,
        strays,
        Map.of("no IP", 4L),
        failures,
        load);
  }

  private static Bundle wired(Bundle offline, List<InlineFlow> flows, InlineRun run) {
    RunEvidence seen = RunEvidence.of(offline.evidence());
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      observations.add(observation(seen.observations().get(i), flows.get(i)));
    }
    RunEvidence evidence =
        new RunEvidence(
                seen.corpus(), seen.sessions(), observations, Set.of(), 3, Set.of(), List.of())
            .with(new InlineEvidence(run, flows));
    return new Bundle(
        onTheWire(offline.manifest()), evidence, offline.policies(), offline.claimFiles());
  }

  private static Observation observation(Observation from, InlineFlow flow) {
    boolean blocked = flow.verdict() == InlineVerdict.BLOCKED;
    return new Observation(
        from.session(),
        from.flow(),
        from.label(),
        from.packets(),
        from.bytes(),
        from.lastPayloadPacket(),
        from.contentBytes(),
        blocked ? 0 : from.contentBytes(),
        new Outcome.Answered(),
        blocked ? Observation.VerdictKind.BLOCK : Observation.VerdictKind.UNDECIDED,
        Optional.empty(),
        blocked ? 1 : 0,
        blocked ? Observation.Action.BLOCK : Observation.Action.PASS);
  }

  private static RunManifest onTheWire(RunManifest run) {
    return new RunManifest(
        run.schemaVersion(),
        run.toolVersion(),
        run.classifier(),
        run.configurationDigest(),
        run.corpus(),
        run.claimFiles(),
        run.policies(),
        run.seed(),
        run.blinded(),
        run.blindingKeys(),
        DecisionPoint.WIRE,
        run.options(),
        run.feeds(),
        run.environment(),
        run.timing(),
        run.counts(),
        "./dreyfus inline --lab test");
  }
}
