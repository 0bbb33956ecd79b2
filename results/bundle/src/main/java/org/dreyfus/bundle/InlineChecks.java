package org.dreyfus.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.SessionEvidence;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;

/** Whether what was seen on the wire agrees with itself and with the observations. */
final class InlineChecks {

  private static final int MOST_NAMED = 20;

  private final List<String> problems = new ArrayList<>();

  private InlineChecks() {}

  /** What disagrees, one line each, at most {@value #MOST_NAMED}; empty when all is well. */
  static List<String> problems(RunManifest manifest, Evidence evidence) {
    InlineChecks checks = new InlineChecks();
    Optional<InlineEvidence> seen = evidence.facts().inline();
    if (seen.isPresent() != (manifest.decisionPoint() == DecisionPoint.WIRE)) {
      checks.problems.add(
          BundleFiles.RUN
              + ": decision point "
              + manifest.decisionPoint()
              + " does not go "
              + (seen.isPresent() ? "with " : "without ")
              + BundleFiles.INLINE);
    }
    seen.ifPresent(its -> checks.check(evidence, its));
    return checks.problems.subList(0, Math.min(MOST_NAMED, checks.problems.size()));
  }

  private void check(Evidence evidence, InlineEvidence seen) {
    if (seen.run().replays() != evidence.facts().blindingKeys()) {
      problems.add(
          "%s: %d replays, but %s has %d keys"
              .formatted(
                  BundleFiles.INLINE,
                  seen.run().replays(),
                  BundleFiles.RUN,
                  evidence.facts().blindingKeys()));
    }
    Map<FlowRef, Observation> observations = new TreeMap<>();
    try (Stream<SessionEvidence> sessions = evidence.bySession()) {
      sessions
          .flatMap(session -> session.observations().stream())
          .forEach(its -> observations.put(ref(its), its));
    }
    for (InlineFlow flow : seen.flows()) {
      FlowRef ref = new FlowRef(flow.session(), flow.flow());
      Optional<Observation> observation = Optional.ofNullable(observations.remove(ref));
      if (observation.isEmpty()) {
        flow(flow, "has no observation, or stands there twice");
      } else {
        flow(flow, observation.get());
      }
      replays(flow, seen.run());
    }
    observations
        .keySet()
        .forEach(
            ref ->
                problems.add(
                    "%s: session %s, flow %d is missing"
                        .formatted(BundleFiles.INLINE_FLOWS, ref.session(), ref.flow())));
    totals(seen);
  }

  private static FlowRef ref(Observation observation) {
    return new FlowRef(observation.session(), observation.flow());
  }

  private void flow(InlineFlow flow, Observation observation) {
    boolean blocked = observation.verdict() == Observation.VerdictKind.BLOCK;
    boolean skipped = observation.outcome() instanceof Outcome.Skipped;
    boolean agrees =
        blocked == (flow.verdict() == InlineVerdict.BLOCKED)
            && skipped == (flow.verdict() == InlineVerdict.INCONCLUSIVE);
    if (!agrees) {
      flow(flow, "is " + flow.verdict() + ", but its observation says otherwise");
    }
  }

  private void replays(InlineFlow flow, InlineRun run) {
    if (flow.replays().size() != run.replays()) {
      flow(flow, "was replayed " + flow.replays().size() + " times, not " + run.replays());
    }
    long blocked = flow.replays().stream().filter(FlowReplay::wasBlocked).count();
    if (flow.blockedReplays() < 0 || flow.blockedReplays() > blocked) {
      flow(flow, "counts %d blocked replays of %d".formatted(flow.blockedReplays(), blocked));
    }
    for (FlowReplay replay : flow.replays()) {
      FlowReplay.Packets packets = replay.packets();
      if (packets.sent() != packets.forwarded() + packets.dropped()) {
        flow(
            flow,
            "%d packets sent are not %d forwarded and %d dropped"
                .formatted(packets.sent(), packets.forwarded(), packets.dropped()));
      }
    }
  }

  private void totals(InlineEvidence seen) {
    FlowReplay.Packets sum =
        seen.flows().stream()
            .flatMap(flow -> flow.replays().stream())
            .map(FlowReplay::packets)
            .reduce(FlowReplay.Packets.NONE, FlowReplay.Packets::plus);
    if (!sum.equals(seen.run().totals())) {
      problems.add(
          "%s: the totals are not the sums of %s"
              .formatted(BundleFiles.INLINE, BundleFiles.INLINE_FLOWS));
    }
  }

  private void flow(InlineFlow flow, String problem) {
    problems.add(
        "%s: session %s, flow %d %s"
            .formatted(BundleFiles.INLINE_FLOWS, flow.session(), flow.flow(), problem));
  }
}
