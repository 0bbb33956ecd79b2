package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts matched pairs cluster by cluster, for the figure. */
final class PairRows {

  private PairRows() {}

  static List<PairRow> of(List<SessionJudgement> sessions) {
    Map<String, List<SessionJudgement>> clusters = new TreeMap<>();
    for (SessionJudgement session : sessions) {
      if (session.session().pair().isPresent()) {
        clusters
            .computeIfAbsent(session.session().cluster(), cluster -> new ArrayList<>())
            .add(session);
      }
    }
    List<PairRow> rows = new ArrayList<>();
    clusters.forEach((cluster, members) -> rows.add(row(cluster, members)));
    return rows;
  }

  private static PairRow row(String cluster, List<SessionJudgement> members) {
    List<SessionJudgement> lawful = Strata.with(members, Legality.LEGAL);
    List<SessionJudgement> unlicensed = Strata.with(members, Legality.INFRINGING);
    return new PairRow(
        cluster,
        Math.min(lawful.size(), unlicensed.size()),
        (int) lawful.stream().filter(SessionJudgement::halfBlocked).count(),
        (int) unlicensed.stream().filter(SessionJudgement::halfBlocked).count());
  }
}
