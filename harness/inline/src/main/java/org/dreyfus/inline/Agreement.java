package org.dreyfus.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineVerdict;

/**
 * {@code agreement.json}: the same classifier measured in two ways, on the wire and on recorded
 * captures. Each checks the other.
 *
 * @param flows that were compared
 * @param sameVerdict of these, blocked both ways or neither
 * @param samePacket of these, and at the same packet when blocked
 * @param endOnly flows blocked offline only at their very end, when nothing was left to hold back;
 *     on the wire that cannot show, and it counts as the same
 * @param differences one a flow that came out otherwise, by session and flow
 */
public record Agreement(
    int flows, int sameVerdict, int samePacket, int endOnly, List<Difference> differences) {

  public Agreement {
    differences = List.copyOf(differences);
  }

  /**
   * A flow that came out otherwise.
   *
   * @param session id
   * @param flow number of its first frame
   * @param protocol of its label
   * @param offlineAt packet at which it was blocked offline; 0 when it was not
   * @param inlineAt packet at which it was blocked on the wire in most replays; 0 when it was not
   * @param replays what became of it each time
   * @param explanation what is known of the reason
   */
  public record Difference(
      String session,
      long flow,
      String protocol,
      long offlineAt,
      long inlineAt,
      List<String> replays,
      String explanation) {

    public Difference {
      replays = List.copyOf(replays);
    }
  }

  /** Whether no flow came out otherwise. */
  public boolean isComplete() {
    return differences.isEmpty();
  }

  /**
   * Compares.
   *
   * @param offline of the classifier, told nothing in advance, as the box is
   * @param policy under which the box blocks
   * @param inline of the box
   * @throws IllegalArgumentException when the corpora differ or the second was not on the wire
   */
  public static Agreement of(RunEvidence offline, Policy policy, RunEvidence inline) {
    if (!offline.corpus().digest().equals(inline.corpus().digest())) {
      throw new IllegalArgumentException("the runs were made on different corpora");
    }
    InlineEvidence wire =
        inline.inline().orElseThrow(() -> new IllegalArgumentException("no run on the wire"));
    Map<FlowRef, InlineFlow> seen = new HashMap<>();
    wire.flows().forEach(flow -> seen.put(new FlowRef(flow.session(), flow.flow()), flow));
    int sameVerdict = 0;
    int samePacket = 0;
    int endOnly = 0;
    List<Difference> differences = new ArrayList<>();
    for (Observation observation : offline.observations()) {
      FlowRef where = new FlowRef(observation.session(), observation.flow());
      InlineFlow flow =
          Optional.ofNullable(seen.get(where))
              .orElseThrow(() -> new IllegalArgumentException(where + " was not replayed"));
      boolean blocks = policy.blocks(observation);
      boolean atEnd = blocks && observation.decidedAtPacket() > observation.packets();
      long offlineAt = blocks && !atEnd ? observation.decidedAtPacket() : 0;
      long inlineAt = flow.verdict() == InlineVerdict.BLOCKED ? DeviceEvidence.blockedAt(flow) : 0;
      endOnly += atEnd ? 1 : 0;
      sameVerdict += (offlineAt > 0) == (inlineAt > 0) ? 1 : 0;
      if (offlineAt == inlineAt) {
        samePacket++;
      } else {
        differences.add(difference(observation, flow, offlineAt, inlineAt));
      }
    }
    return new Agreement(
        offline.observations().size(), sameVerdict, samePacket, endOnly, differences);
  }

  private static Difference difference(
      Observation offline, InlineFlow flow, long offlineAt, long inlineAt) {
    return new Difference(
        flow.session(),
        flow.flow(),
        offline.label().protocol(),
        offlineAt,
        inlineAt,
        flow.replays().stream().map(Agreement::words).toList(),
        explanation(flow, offlineAt, inlineAt));
  }

  private static String words(FlowReplay replay) {
    return replay.wasBlocked()
        ? "%s at packet %d".formatted(replay.result(), replay.atPacket())
        : replay.result().toString();
  }

  private static String explanation(InlineFlow flow, long offlineAt, long inlineAt) {
    boolean replaysDiffer =
        flow.replays().stream().map(Agreement::words).collect(Collectors.toSet()).size() > 1;
    if (flow.verdict() == InlineVerdict.INCONCLUSIVE) {
      return "loss on the path explains what was seen as well as a block does";
    } else if (replaysDiffer) {
      return "the box did not treat it alike in all replays: it goes by what other flows did before,"
          + " and packets of several flows do not reach it in the same order each time";
    } else if (offlineAt > 0 && inlineAt > 0) {
      return inlineAt < offlineAt
          ? "blocked earlier on the wire: the box had seen more, packets sent again or other"
              + " sessions"
          : "blocked later on the wire: the packets between arrived";
    }
    return inlineAt > 0
        ? "blocked on the wire alone, in every replay: the box remembers other sessions"
        : "blocked offline alone, and passed on the wire in every replay";
  }
}
