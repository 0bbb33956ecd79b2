package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Pair;

/** Counts matched pairs cluster by cluster, for the figure. */
final class PairRows {

  private PairRows() {}

  static List<PairRow> of(List<SessionJudgement> sessions) {
    List<PairRow> rows = new ArrayList<>();
    for (Pair.Type type : Pair.Type.values()) {
      Map<String, List<SessionJudgement>> clusters = new TreeMap<>();
      for (SessionJudgement session : sessions) {
        if (session.session().pair().filter(pair -> pair.type() == type).isPresent()) {
          clusters
              .computeIfAbsent(session.session().cluster(), cluster -> new ArrayList<>())
              .add(session);
        }
      }
      clusters.forEach((cluster, members) -> rows.add(row(type, cluster, members)));
    }
    return rows;
  }

  private static PairRow row(Pair.Type type, String cluster, List<SessionJudgement> members) {
    List<SessionJudgement> lawful = Strata.with(members, Legality.LEGAL);
    List<SessionJudgement> unlicensed = Strata.with(members, Legality.INFRINGING);
    Set<Optional<Shield>> shields =
        members.stream().map(member -> Shield.of(member.protections())).collect(Collectors.toSet());
    return new PairRow(
        type,
        shields.size() == 1 ? shields.iterator().next() : Optional.empty(),
        cluster,
        Math.min(lawful.size(), unlicensed.size()),
        (int) lawful.stream().filter(SessionJudgement::halfBlocked).count(),
        (int) unlicensed.stream().filter(SessionJudgement::halfBlocked).count());
  }
}
