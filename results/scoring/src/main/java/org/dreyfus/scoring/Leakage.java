package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/**
 * What of works had passed before they were blocked, over the CONTENT flows that were blocked
 * effectively. Totals of this corpus. Quantiles are by nearest rank: the least that at least such a
 * part of the flows does not exceed.
 *
 * @param legalStatus of the flows
 * @param flows blocked effectively
 * @param clusters in which they occur
 * @param contentBytes of works in them
 * @param passedBytes of these, before the deciding packets
 * @param medianBytes that passed in a flow
 * @param ninetiethBytes that at least 90 % of the flows do not exceed
 * @param largestBytes that passed in a flow
 */
public record Leakage(
    LegalStatus legalStatus,
    int flows,
    int clusters,
    long contentBytes,
    long passedBytes,
    long medianBytes,
    long ninetiethBytes,
    long largestBytes) {

  /** Share of the content of these flows that had passed, 0 to 1; 0 when they had none. */
  public double share() {
    return contentBytes == 0 ? 0 : (double) passedBytes / contentBytes;
  }

  /** One entry for each status of which anything was blocked. */
  static List<Leakage> of(List<SessionJudgement> sessions) {
    List<Leakage> all = new ArrayList<>();
    for (LegalStatus status : LegalStatus.values()) {
      List<FlowJudgement> blocked = new ArrayList<>();
      int clusters =
          (int)
              sessions.stream()
                  .filter(session -> blocked.addAll(blocked(session, status)))
                  .map(session -> session.session().cluster())
                  .distinct()
                  .count();
      if (!blocked.isEmpty()) {
        all.add(of(status, blocked, clusters));
      }
    }
    return all;
  }

  private static List<FlowJudgement> blocked(SessionJudgement session, LegalStatus status) {
    return session.flows().stream()
        .filter(flow -> flow.has(Role.CONTENT) && flow.isBlocked())
        .filter(flow -> flow.observation().label().legalStatus() == status)
        .toList();
  }

  private static Leakage of(LegalStatus status, List<FlowJudgement> flows, int clusters) {
    long[] passed = flows.stream().mapToLong(FlowJudgement::contentBytesPassed).sorted().toArray();
    return new Leakage(
        status,
        flows.size(),
        clusters,
        flows.stream().mapToLong(flow -> flow.observation().contentBytes()).sum(),
        Arrays.stream(passed).sum(),
        nearestRank(passed, 50),
        nearestRank(passed, 90),
        passed[passed.length - 1]);
  }

  private static long nearestRank(long[] sorted, int percent) {
    long rank = (percent * (long) sorted.length + 99) / 100;
    return sorted[(int) rank - 1];
  }
}
