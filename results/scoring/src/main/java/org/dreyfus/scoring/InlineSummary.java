package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;

/**
 * What a device did on the wire, in sums over all flows of the corpus. Sums are facts of this run;
 * only the rates have intervals, over clusters.
 *
 * @param run how it was measured: {@code inline.json}
 * @param flows by what became of them over all replays
 * @param sessions the same: the worst that became of any of its flows; blocked is worse than
 *     throttled, throttled than inconclusive
 * @param flowsByBlockedReplays at place k, how many flows were blocked in exactly k replays
 * @param results replays of flows, by what happened in them
 * @param lawful how often lawful sessions were blocked
 * @param unlicensed how often sessions with unlicensed works were blocked
 * @param causes of blocked flows, as far as controls told
 * @param withoutCause blocked flows whose cause the controls did not tell
 * @param letThrough packets in replays of flows that were not blocked
 * @param blocked packets in replays of flows that were blocked
 */
public record InlineSummary(
    InlineRun run,
    Map<InlineVerdict, Integer> flows,
    Map<InlineVerdict, Integer> sessions,
    List<Integer> flowsByBlockedReplays,
    Map<FlowReplay.Result, Long> results,
    ReplayRate lawful,
    ReplayRate unlicensed,
    Map<InlineFlow.Cause, Integer> causes,
    int withoutCause,
    FlowReplay.Packets letThrough,
    FlowReplay.Packets blocked) {

  private static final List<InlineVerdict> WORST_FIRST =
      List.of(
          InlineVerdict.BLOCKED,
          InlineVerdict.THROTTLED,
          InlineVerdict.INCONCLUSIVE,
          InlineVerdict.ALLOWED);

  public InlineSummary {
    flows = Collections.unmodifiableMap(flows);
    sessions = Collections.unmodifiableMap(sessions);
    results = Collections.unmodifiableMap(results);
    causes = Collections.unmodifiableMap(causes);
    flowsByBlockedReplays = List.copyOf(flowsByBlockedReplays);
  }

  /** Flows that were blocked in some replays and let through in others. */
  public int treatedUnalike() {
    return flowsByBlockedReplays.stream().mapToInt(Integer::intValue).sum()
        - flowsByBlockedReplays.get(0)
        - flowsByBlockedReplays.get(flowsByBlockedReplays.size() - 1);
  }

  /**
   * @param all sessions of the corpus; the rates leave out those that no headline rate counts
   */
  static InlineSummary of(InlineEvidence seen, List<SessionJudgement> all) {
    Map<String, InlineVerdict> worst = new HashMap<>();
    Map<InlineVerdict, Integer> flows = zeroes(InlineVerdict.class, 0);
    Map<InlineFlow.Cause, Integer> causes = zeroes(InlineFlow.Cause.class, 0);
    int withoutCause = 0;
    for (InlineFlow flow : seen.flows()) {
      flows.merge(flow.verdict(), 1, Integer::sum);
      worst.merge(flow.session(), flow.verdict(), InlineSummary::worse);
      flow.cause().ifPresent(cause -> causes.merge(cause, 1, Integer::sum));
      boolean unexplained = flow.verdict() == InlineVerdict.BLOCKED && flow.cause().isEmpty();
      withoutCause += unexplained ? 1 : 0;
    }
    Map<InlineVerdict, Integer> sessions = zeroes(InlineVerdict.class, 0);
    worst.values().forEach(verdict -> sessions.merge(verdict, 1, Integer::sum));
    List<SessionJudgement> counted = all.stream().filter(SessionJudgement::inHeadline).toList();
    return new InlineSummary(
        seen.run(),
        flows,
        sessions,
        byBlockedReplays(seen),
        results(seen),
        ReplayRate.of(seen, with(counted, Legality.LEGAL)),
        ReplayRate.of(seen, with(counted, Legality.INFRINGING)),
        causes,
        withoutCause,
        packets(seen, false),
        packets(seen, true));
  }

  private static List<SessionJudgement> with(List<SessionJudgement> all, Legality legality) {
    return all.stream().filter(session -> session.legality() == legality).toList();
  }

  private static InlineVerdict worse(InlineVerdict a, InlineVerdict b) {
    return WORST_FIRST.indexOf(a) < WORST_FIRST.indexOf(b) ? a : b;
  }

  private static List<Integer> byBlockedReplays(InlineEvidence seen) {
    List<Integer> flows = new ArrayList<>(Collections.nCopies(seen.run().replays() + 1, 0));
    for (InlineFlow flow : seen.flows()) {
      flows.set(flow.blockedReplays(), flows.get(flow.blockedReplays()) + 1);
    }
    return flows;
  }

  private static Map<FlowReplay.Result, Long> results(InlineEvidence seen) {
    Map<FlowReplay.Result, Long> results = zeroes(FlowReplay.Result.class, 0L);
    for (InlineFlow flow : seen.flows()) {
      flow.replays().forEach(replay -> results.merge(replay.result(), 1L, Long::sum));
    }
    return results;
  }

  private static FlowReplay.Packets packets(InlineEvidence seen, boolean ofBlocked) {
    return seen.flows().stream()
        .flatMap(flow -> flow.replays().stream())
        .filter(replay -> replay.wasBlocked() == ofBlocked)
        .map(FlowReplay::packets)
        .reduce(FlowReplay.Packets.NONE, FlowReplay.Packets::plus);
  }

  private static <K extends Enum<K>, V> Map<K, V> zeroes(Class<K> type, V zero) {
    Map<K, V> zeroes = new EnumMap<>(type);
    for (K key : type.getEnumConstants()) {
      zeroes.put(key, zero);
    }
    return zeroes;
  }
}
