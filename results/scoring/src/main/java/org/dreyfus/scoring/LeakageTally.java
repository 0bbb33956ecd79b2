package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/** What {@link Leakage} follows from. Its quantiles are exact, so each amount is kept once. */
final class LeakageTally implements Tally<LeakageTally> {

  private static final long serialVersionUID = 1L;

  private final EnumMap<LegalStatus, Sums> byStatus = new EnumMap<>(LegalStatus.class);

  private static final class Sums implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Set<String> clusters = new HashSet<>();

    /** Flows by the bytes that passed. */
    private final TreeMap<Long, Long> passed = new TreeMap<>();

    private long contentBytes;
  }

  @Override
  public void add(SessionJudgement session) {
    for (FlowJudgement flow : session.flows()) {
      if (flow.has(Role.CONTENT) && flow.isBlocked()) {
        Sums sums = sums(flow.observation().label().legalStatus());
        sums.clusters.add(session.session().cluster());
        sums.passed.merge(flow.contentBytesPassed(), 1L, Long::sum);
        sums.contentBytes += flow.observation().contentBytes();
      }
    }
  }

  @Override
  public void add(LeakageTally other) {
    other.byStatus.forEach(
        (status, its) -> {
          Sums sums = sums(status);
          sums.clusters.addAll(its.clusters);
          its.passed.forEach((bytes, flows) -> sums.passed.merge(bytes, flows, Long::sum));
          sums.contentBytes += its.contentBytes;
        });
  }

  private Sums sums(LegalStatus status) {
    return byStatus.computeIfAbsent(status, absent -> new Sums());
  }

  /** One entry for each status of which anything was blocked. */
  List<Leakage> leakage() {
    List<Leakage> all = new ArrayList<>();
    byStatus.forEach((status, sums) -> all.add(leakage(status, sums)));
    return all;
  }

  private static Leakage leakage(LegalStatus status, Sums sums) {
    long flows = sums.passed.values().stream().mapToLong(count -> count).sum();
    return new Leakage(
        status,
        Math.toIntExact(flows),
        sums.clusters.size(),
        sums.contentBytes,
        sums.passed.entrySet().stream().mapToLong(each -> each.getKey() * each.getValue()).sum(),
        nearestRank(sums.passed, flows, 50),
        nearestRank(sums.passed, flows, 90),
        sums.passed.lastKey());
  }

  private static long nearestRank(TreeMap<Long, Long> passed, long flows, int percent) {
    long rank = (percent * flows + 99) / 100;
    long below = 0;
    for (Map.Entry<Long, Long> each : passed.entrySet()) {
      below += each.getValue();
      if (below >= rank) {
        return each.getKey();
      }
    }
    return passed.lastKey();
  }
}
