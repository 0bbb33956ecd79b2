package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/** Adds up flows by role and legal status. */
final class Totals {

  private Totals() {}

  static List<FlowTotals> of(List<SessionJudgement> sessions) {
    List<FlowTotals> totals = new ArrayList<>();
    for (Role role : Role.values()) {
      for (LegalStatus status : LegalStatus.values()) {
        List<FlowJudgement> flows =
            sessions.stream()
                .flatMap(session -> session.flows().stream())
                .filter(f -> f.has(role) && f.observation().label().legalStatus() == status)
                .toList();
        if (!flows.isEmpty()) {
          totals.add(total(role, status, flows));
        }
      }
    }
    return totals;
  }

  private static FlowTotals total(Role role, LegalStatus status, List<FlowJudgement> flows) {
    return new FlowTotals(
        role,
        status,
        flows.size(),
        count(flows, FlowJudgement.Effect.BLOCKED),
        count(flows, FlowJudgement.Effect.LATE),
        count(flows, FlowJudgement.Effect.UNANSWERED),
        flows.stream().mapToLong(f -> f.observation().bytes()).sum(),
        flows.stream().mapToLong(f -> f.observation().contentBytes()).sum(),
        flows.stream().mapToLong(FlowJudgement::contentBytesPassed).sum());
  }

  private static long count(List<FlowJudgement> flows, FlowJudgement.Effect effect) {
    return flows.stream().filter(f -> f.effect() == effect).count();
  }
}
