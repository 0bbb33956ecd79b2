package org.dreyfus.scoring;

/** Both error rates of some sessions. Those of mixed content count in neither. */
final class BothRates implements Tally<BothRates> {

  private static final long serialVersionUID = 1L;

  private final RateTally lawful = new RateTally();
  private final RateTally unlicensed = new RateTally();

  @Override
  public void add(SessionJudgement session) {
    if (session.legality() == Legality.LEGAL) {
      ErrorCount.ANY_BLOCKED.count(session, lawful);
    } else if (session.legality() == Legality.INFRINGING) {
      ErrorCount.GOT_THROUGH.count(session, unlicensed);
    }
  }

  @Override
  public void add(BothRates other) {
    lawful.add(other.lawful);
    unlicensed.add(other.unlicensed);
  }

  /** Of lawful sessions with anything blocked. */
  RateTally lawful() {
    return lawful;
  }

  Rate falsePositives() {
    return lawful.rate(Alpha.ALONE);
  }

  Rate falseNegatives() {
    return unlicensed.rate(Alpha.ALONE);
  }
}
