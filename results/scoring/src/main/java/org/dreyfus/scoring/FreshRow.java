package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Session;

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
    RunEvidence fresh = RunEvidence.of(renewed);
    Set<String> scenarios =
        fresh.sessions().stream().map(Session::scenario).collect(Collectors.toSet());
    RunEvidence old = only(RunEvidence.of(recorded), scenarios);
    Map<String, String> before = shares(old, policy);
    Map<String, String> after = shares(fresh, policy);
    List<String> changed = new ArrayList<>();
    for (String scenario : scenarios.stream().sorted().toList()) {
      if (!before.getOrDefault(scenario, "").equals(after.getOrDefault(scenario, ""))) {
        changed.add(scenario);
      }
    }
    return new FreshRow(
        classifier,
        policy.id(),
        scenarios.size(),
        changed,
        AuditRow.Rates.of(classifier, old, policy),
        AuditRow.Rates.of(classifier, fresh, policy));
  }

  private static RunEvidence only(RunEvidence evidence, Set<String> scenarios) {
    List<Session> kept =
        evidence.sessions().stream()
            .filter(session -> scenarios.contains(session.scenario()))
            .toList();
    Set<String> ids = kept.stream().map(Session::id).collect(Collectors.toSet());
    return new RunEvidence(
        evidence.corpus(),
        kept,
        evidence.observations().stream().filter(flow -> ids.contains(flow.session())).toList(),
        evidence.unstable(),
        evidence.blindingKeys(),
        evidence.feeds(),
        evidence.accusations());
  }

  /** Share of lawful sessions hit, and of unlicensed works let through, by scenario. */
  private static Map<String, String> shares(RunEvidence evidence, Policy policy) {
    Map<String, List<SessionJudgement>> scenarios = new TreeMap<>();
    for (SessionJudgement session : Scorer.judgements(evidence, policy)) {
      scenarios
          .computeIfAbsent(session.session().scenario(), name -> new ArrayList<>())
          .add(session);
    }
    Map<String, String> shares = new TreeMap<>();
    scenarios.forEach(
        (name, sessions) ->
            shares.put(
                name,
                ErrorCount.ANY_BLOCKED
                        .rate(Strata.with(sessions, Legality.LEGAL), Alpha.ALONE)
                        .clusterRate()
                    + " "
                    + ErrorCount.GOT_THROUGH
                        .rate(Strata.with(sessions, Legality.INFRINGING), Alpha.ALONE)
                        .clusterRate()));
    return shares;
  }
}
