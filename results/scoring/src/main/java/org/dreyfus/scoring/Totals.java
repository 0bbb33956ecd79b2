package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/** Adds up flows by role and legal status. */
final class Totals {

  private Totals() {}

  static List<FlowTotals> of(List<SessionJudgement> sessions) {
    List<FlowTotals> totals = new ArrayList<>();
    for (Role role : Role.values()) {
      for (LegalStatus status : LegalStatus.values()) {
        Map<String, List<FlowJudgement>> clusters = new TreeMap<>();
        for (SessionJudgement session : sessions) {
          session.flows().stream()
              .filter(f -> f.has(role) && f.observation().label().legalStatus() == status)
              .forEach(
                  f ->
                      clusters
                          .computeIfAbsent(session.session().cluster(), name -> new ArrayList<>())
                          .add(f));
        }
        if (!clusters.isEmpty()) {
          totals.add(total(role, status, clusters.values()));
        }
      }
    }
    return totals;
  }

  private static FlowTotals total(
      Role role, LegalStatus status, Collection<List<FlowJudgement>> clusters) {
    List<FlowJudgement> flows = clusters.stream().flatMap(List::stream).toList();
    return new FlowTotals(
        role,
        status,
        flows.size(),
        count(flows, FlowJudgement.Effect.BLOCKED),
        count(flows, FlowJudgement.Effect.LATE),
        count(flows, FlowJudgement.Effect.UNANSWERED),
        flows.stream().mapToLong(f -> f.observation().bytes()).sum(),
        flows.stream().mapToLong(f -> f.observation().contentBytes()).sum(),
        flows.stream().mapToLong(FlowJudgement::contentBytesPassed).sum(),
        Bootstrap.of(
            clusters.stream()
                .map(
                    its ->
                        new Bootstrap.Counts(count(its, FlowJudgement.Effect.BLOCKED), its.size()))
                .toList()),
        Bootstrap.of(
            clusters.stream()
                .map(
                    its ->
                        new Bootstrap.Counts(
                            its.stream().mapToLong(FlowJudgement::contentBytesPassed).sum(),
                            its.stream().mapToLong(f -> f.observation().contentBytes()).sum()))
                .toList()));
  }

  private static long count(List<FlowJudgement> flows, FlowJudgement.Effect effect) {
    return flows.stream().filter(f -> f.effect() == effect).count();
  }
}
