package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How one blocker fares on scenarios that were recorded again, with new works, keys and addresses.
 *
 * @param classifier id
 * @param policy id
 * @param scenarios that were recorded again
 * @param changed those in which another share of sessions was hit, or got through
 * @param before rates on the old recordings of these scenarios
 * @param after rates on the new ones
 */
public record FreshRow(
    String classifier,
    String policy,
    int scenarios,
    List<String> changed,
    AuditRow.Rates before,
    AuditRow.Rates after) {

  /** Compares a run on a corpus with one on fresh recordings of some of its scenarios. */
  public static FreshRow of(String classifier, Policy policy, Evidence recorded, Evidence renewed) {
    Side fresh = Side.of(renewed, policy, scenario -> true);
    Side old = Side.of(recorded, policy, fresh.scenarios.keySet()::contains);
    List<String> changed = new ArrayList<>();
    fresh.scenarios.forEach(
        (scenario, rates) -> {
          if (!old.rates(scenario).equals(fresh.rates(scenario))) {
            changed.add(scenario);
          }
        });
    return new FreshRow(
        classifier,
        policy.id(),
        fresh.scenarios.size(),
        changed,
        AuditRow.Rates.of(old.all),
        AuditRow.Rates.of(fresh.all));
  }

  /** One of the two runs, over the scenarios that both have. */
  private record Side(HeadlineTally all, TreeMap<String, BothRates> scenarios) {

    static Side of(Evidence evidence, Policy policy, Predicate<String> wanted) {
      Side side = new Side(new HeadlineTally(), new TreeMap<>());
      try (Stream<SessionEvidence> sessions = evidence.bySession()) {
        sessions
            .filter(session -> wanted.test(session.session().scenario()))
            .forEach(session -> side.add(SessionJudgement.of(session, policy, 0)));
      }
      return side;
    }

    private void add(SessionJudgement session) {
      all.add(session);
      scenarios
          .computeIfAbsent(session.session().scenario(), absent -> new BothRates())
          .add(session);
    }

    /** Share of lawful sessions hit, and of unlicensed works let through; empty without any. */
    List<Double> rates(String scenario) {
      return Optional.ofNullable(scenarios.get(scenario))
          .map(
              both ->
                  List.of(both.falsePositives().clusterRate(), both.falseNegatives().clusterRate()))
          .orElse(List.of());
    }
  }
}
