package org.dreyfus.inline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Sessions;
import org.dreyfus.inline.replay.Measurement.Measured;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Observation.Action;
import org.dreyfus.scoring.Observation.VerdictKind;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineVerdict;

/**
 * Joins labels to what was seen of a device: the same evidence as that of a classifier. A blocked
 * flow was decided at the packet that no longer got through; a device says nothing of others.
 */
public final class DeviceEvidence {

  private final Corpus corpus;
  private final Measured measured;
  private final List<Observation> observations = new ArrayList<>();
  private final Set<FlowRef> unstable = new HashSet<>();

  private DeviceEvidence(Corpus corpus, Measured measured) {
    this.corpus = corpus;
    this.measured = measured;
  }

  /**
   * @throws EngineException when a flow has no label
   * @throws IOException when the corpus cannot be read
   */
  public static RunEvidence of(Corpus corpus, Measured measured) throws IOException {
    return new DeviceEvidence(corpus, measured).join();
  }

  private RunEvidence join() throws IOException {
    Map<FlowRef, InlineFlow> seen = new HashMap<>();
    for (InlineFlow flow : measured.evidence().flows()) {
      seen.put(new FlowRef(flow.session(), flow.flow()), flow);
    }
    for (Session session : corpus.sessions()) {
      join(session, seen);
    }
    return new RunEvidence(
            Run.facts(corpus),
            corpus.sessions().stream().map(Sessions::withoutMentions).toList(),
            observations,
            unstable,
            measured.evidence().run().replays(),
            Set.of(),
            List.of())
        .with(measured.evidence());
  }

  private void join(Session session, Map<FlowRef, InlineFlow> seen) throws IOException {
    Map<Long, FlowRecord> records = new HashMap<>();
    measured
        .flows()
        .getOrDefault(session.id(), List.of())
        .forEach(record -> records.put(record.flow(), record));
    for (FlowLabel flow : corpus.flows(session)) {
      FlowRef where = new FlowRef(session.id(), flow.flow());
      Optional<FlowRecord> record = Optional.ofNullable(records.get(flow.flow()));
      Optional<InlineFlow> found = Optional.ofNullable(seen.get(where));
      if (record.isEmpty() || found.isEmpty()) {
        throw EngineException.badSession(
            session.id(), "the labelled flow %d is not in its capture".formatted(flow.flow()));
      }
      observations.add(observation(session, record.get(), flow.label(), found.get()));
      if (!isStable(found.get())) {
        unstable.add(where);
      }
    }
  }

  private Observation observation(Session session, FlowRecord flow, Label label, InlineFlow seen) {
    boolean blocked = seen.verdict() == InlineVerdict.BLOCKED;
    long at = blocked ? blockedAt(seen) : 0;
    long content = label.role() == Role.CONTENT ? flow.payloadBytes() : 0;
    long passed = blocked ? measured.payloadBefore().bytes(session.id(), flow.flow(), at) : content;
    return new Observation(
        session.id(),
        flow.flow(),
        label,
        flow.packets(),
        flow.bytes(),
        flow.lastPayloadPacket(),
        content,
        Math.min(content, passed),
        outcome(seen),
        blocked ? VerdictKind.BLOCK : VerdictKind.UNDECIDED,
        Optional.empty(),
        at,
        blocked ? Action.BLOCK : Action.PASS);
  }

  private static Outcome outcome(InlineFlow seen) {
    if (seen.verdict() != InlineVerdict.INCONCLUSIVE) {
      return new Outcome.Answered();
    }
    return new Outcome.Skipped(
        "inconclusive: blocked in %d of %d replays, which loss on the path explains as well"
            .formatted(seen.blockedReplays(), seen.replays().size()));
  }

  /** The packet at which most replays were blocked; of several, the first. */
  static long blockedAt(InlineFlow seen) {
    Map<Long, Integer> votes = new HashMap<>();
    for (FlowReplay replay : seen.replays()) {
      if (replay.wasBlocked()) {
        votes.merge(replay.atPacket(), 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey((a, b) -> Long.compare(b, a))))
        .map(Map.Entry::getKey)
        .orElse(0L);
  }

  /** Whether all replays came out the same, to the packet. */
  private static boolean isStable(InlineFlow flow) {
    return flow.replays().stream()
            .map(replay -> replay.wasBlocked() ? replay.atPacket() : 0)
            .distinct()
            .count()
        <= 1;
  }
}
