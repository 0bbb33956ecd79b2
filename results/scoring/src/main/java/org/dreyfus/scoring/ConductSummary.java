package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a classifier that ran outside the harness broke one rule of the stream contract.
 *
 * @param rule its number: {@code "O2"}
 * @param words what was seen
 * @param sessions in how many sessions, at least 1
 * @param count how often in all of them
 * @param firstSession the first of them, by id
 * @param example of it in that session, one line
 */
public record ConductSummary(
    String rule, String words, int sessions, long count, String firstSession, String example) {

  /** One entry a rule that was broken, by number. */
  static List<ConductSummary> of(List<Conduct> conduct) {
    Map<String, ConductSummary> byRule = new TreeMap<>();
    conduct.stream()
        .sorted(Comparator.comparing(Conduct::session))
        .forEach(
            session ->
                session
                    .breaches()
                    .forEach(
                        breach ->
                            byRule.merge(
                                breach.rule(), first(session, breach), ConductSummary::and)));
    return new ArrayList<>(byRule.values());
  }

  private static ConductSummary first(Conduct session, Conduct.Breach breach) {
    return new ConductSummary(
        breach.rule(), breach.words(), 1, breach.count(), session.session(), breach.example());
  }

  private ConductSummary and(ConductSummary later) {
    return new ConductSummary(
        rule, words, sessions + later.sessions, count + later.count, firstSession, example);
  }
}
