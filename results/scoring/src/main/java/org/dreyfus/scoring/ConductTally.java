package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;

/** What {@link ConductSummary} follows from. Counts all sessions. */
final class ConductTally implements Tally<ConductTally> {

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Breaches> byRule = new TreeMap<>();

  /** Of one rule. */
  private record Breaches(
      String words, int sessions, long count, String firstSession, String example)
      implements Serializable {

    Breaches and(Breaches other) {
      Breaches first = firstSession.compareTo(other.firstSession) <= 0 ? this : other;
      return new Breaches(
          first.words,
          sessions + other.sessions,
          count + other.count,
          first.firstSession,
          first.example);
    }
  }

  @Override
  public void add(SessionJudgement session) {
    session
        .conduct()
        .ifPresent(
            conduct ->
                conduct
                    .breaches()
                    .forEach(
                        its ->
                            byRule.merge(
                                its.rule(),
                                new Breaches(
                                    its.words(), 1, its.count(), conduct.session(), its.example()),
                                Breaches::and)));
  }

  @Override
  public void add(ConductTally other) {
    other.byRule.forEach((rule, its) -> byRule.merge(rule, its, Breaches::and));
  }

  /** One entry a rule that was broken, by number. */
  List<ConductSummary> summaries() {
    return byRule.entrySet().stream()
        .map(
            entry ->
                new ConductSummary(
                    entry.getKey(),
                    entry.getValue().words(),
                    entry.getValue().sessions(),
                    entry.getValue().count(),
                    entry.getValue().firstSession(),
                    entry.getValue().example()))
        .toList();
  }
}
