package org.dreyfus.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineVerdict;

/**
 * How often a device blocked sessions, over all replays of them. A session is blocked in a replay
 * when any flow of it that is no attack is blocked before its last packet with payload. Replays of
 * a session show how steady the device is; only clusters are n.
 *
 * @param sessions replayed
 * @param clusters of these: the n of the interval
 * @param replays of these sessions
 * @param blocked of these replays, inconclusive ones as let through
 * @param blockedIfInconclusive of these replays, inconclusive ones as blocked
 * @param clusterRate mean over clusters of the share of replays blocked, 0 to 1
 * @param lower end of the 95 % interval, 0 to 1
 * @param upper end of the 95 % interval, 0 to 1
 */
public record ReplayRate(
    int sessions,
    int clusters,
    long replays,
    long blocked,
    long blockedIfInconclusive,
    double clusterRate,
    double lower,
    double upper) {

  /** True when there is nothing to count. */
  public boolean isEmpty() {
    return sessions == 0;
  }

  static ReplayRate of(InlineEvidence seen, Collection<SessionJudgement> sessions) {
    int replays = seen.run().replays();
    if (sessions.isEmpty() || replays == 0) {
      return new ReplayRate(0, 0, 0, 0, 0, 0, 0, 1);
    }
    Map<FlowRef, InlineFlow> flows = new HashMap<>();
    seen.flows().forEach(flow -> flows.put(new FlowRef(flow.session(), flow.flow()), flow));
    Map<SessionJudgement, Integer> least = new HashMap<>();
    Map<SessionJudgement, Integer> most = new HashMap<>();
    for (SessionJudgement session : sessions) {
      least.put(session, blocked(session, flows));
      most.put(session, anyInconclusive(session, flows) ? replays : blocked(session, flows));
    }
    Map<String, List<SessionJudgement>> clusters =
        sessions.stream()
            .collect(groupingBy(each -> each.session().cluster(), TreeMap::new, toList()));
    double low = sumOfMeans(clusters.values(), s -> (double) least.getOrDefault(s, 0) / replays);
    double high = sumOfMeans(clusters.values(), s -> (double) most.getOrDefault(s, 0) / replays);
    int m = clusters.size();
    return new ReplayRate(
        sessions.size(),
        m,
        (long) sessions.size() * replays,
        least.values().stream().mapToLong(Integer::longValue).sum(),
        most.values().stream().mapToLong(Integer::longValue).sum(),
        Digits.six(low / m),
        Digits.six(ClusterInterval.lower(low, m, Rate.ALPHA)),
        Digits.six(ClusterInterval.upper(high, m, Rate.ALPHA)));
  }

  private static double sumOfMeans(
      Collection<List<SessionJudgement>> clusters, ToDoubleFunction<SessionJudgement> value) {
    return clusters.stream()
        .mapToDouble(its -> its.stream().mapToDouble(value).average().orElse(0))
        .sum();
  }

  private static int blocked(SessionJudgement session, Map<FlowRef, InlineFlow> flows) {
    BitSet blocked = new BitSet();
    for (FlowJudgement flow : session.flows()) {
      InlineFlow seen = flows.get(flow.ref());
      if (seen != null && !flow.has(Role.ATTACK)) {
        List<FlowReplay> replays = seen.replays();
        for (int i = 0; i < replays.size(); i++) {
          if (inTime(replays.get(i), flow.observation())) {
            blocked.set(i);
          }
        }
      }
    }
    return blocked.cardinality();
  }

  private static boolean inTime(FlowReplay replay, Observation flow) {
    return replay.wasBlocked() && replay.atPacket() <= flow.lastPayloadPacket();
  }

  private static boolean anyInconclusive(SessionJudgement session, Map<FlowRef, InlineFlow> flows) {
    return session.flows().stream()
        .filter(flow -> !flow.has(Role.ATTACK))
        .map(flow -> flows.get(flow.ref()))
        .anyMatch(seen -> seen != null && seen.verdict() == InlineVerdict.INCONCLUSIVE);
  }
}
