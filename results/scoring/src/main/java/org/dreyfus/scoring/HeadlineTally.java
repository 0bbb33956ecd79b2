package org.dreyfus.scoring;

import java.util.EnumMap;
import java.util.Map;
import org.dreyfus.corpus.Role;

/** What a {@link Headline} follows from. Counts all sessions, those that no rate counts, too. */
final class HeadlineTally implements Tally<HeadlineTally> {

  private static final long serialVersionUID = 1L;

  private final RateTally lawful = new RateTally();
  private final RateTally undisputed = new RateTally();
  private final RuleRates unlicensed = new RuleRates();
  private int lawfulContentBlocked;
  private int mixed;
  private int excluded;
  private long late;
  private int unstable;

  @Override
  public void add(SessionJudgement session) {
    late += session.lateFlows();
    unstable += session.unstableFlows();
    if (!session.inHeadline()) {
      excluded++;
    } else if (session.legality() == Legality.LEGAL) {
      addLawful(session);
    } else if (session.legality() == Legality.INFRINGING) {
      unlicensed.add(session, ErrorCount.GOT_THROUGH);
    } else {
      mixed++;
    }
  }

  private void addLawful(SessionJudgement session) {
    ErrorCount.ANY_BLOCKED.count(session, lawful);
    if (!session.contestable()) {
      ErrorCount.ANY_BLOCKED.count(session, undisputed);
    }
    lawfulContentBlocked += session.has(Role.CONTENT, FlowJudgement::isBlocked) ? 1 : 0;
  }

  @Override
  public void add(HeadlineTally other) {
    lawful.add(other.lawful);
    undisputed.add(other.undisputed);
    unlicensed.add(other.unlicensed);
    lawfulContentBlocked += other.lawfulContentBlocked;
    mixed += other.mixed;
    excluded += other.excluded;
    late += other.late;
    unstable += other.unstable;
  }

  Headline headline() {
    Map<BlockRule, Rate> byRule = new EnumMap<>(BlockRule.class);
    for (BlockRule rule : BlockRule.values()) {
      byRule.put(rule, unlicensed.rate(rule, Alpha.ALONE));
    }
    return new Headline(
        lawful.rate(Alpha.ALONE),
        undisputed.rate(Alpha.ALONE),
        lawfulContentBlocked,
        unlicensed.rate(Alpha.ALONE),
        byRule,
        late,
        mixed,
        excluded,
        unstable);
  }
}
