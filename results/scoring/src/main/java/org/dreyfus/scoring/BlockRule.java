package org.dreyfus.scoring;

import org.dreyfus.corpus.Role;

/**
 * When an infringing session counts as let through. The first is the rule; the others show how much
 * hangs on it. EVIDENCE, Units: false negative.
 */
public enum BlockRule {
  HALF("more than 50 % of the content bytes passed", 1, 2),
  TENTH("more than 10 % of the content bytes passed", 1, 10),
  NINE_TENTHS("more than 90 % of the content bytes passed", 9, 10),
  CONTROL("more than 50 % of the content bytes passed, and no control flow was blocked", 1, 2) {
    @Override
    boolean prevented(SessionJudgement session, boolean unansweredBlocks) {
      return session.has(Role.CONTROL, FlowJudgement::isBlocked)
          || (unansweredBlocks && session.has(Role.CONTROL, FlowJudgement::isUnanswered));
    }
  };

  private final String text;
  private final long numerator;
  private final long denominator;

  BlockRule(String text, long numerator, long denominator) {
    this.text = text;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The rule in plain words: a session got through when ... */
  public String text() {
    return text;
  }

  /**
   * Whether the work got through.
   *
   * @param unansweredBlocks true to count unanswered flows as blocked whole, false as passed
   */
  boolean gotThrough(SessionJudgement session, boolean unansweredBlocks) {
    if (prevented(session, unansweredBlocks)) {
      return false;
    }
    long passed = session.contentBytesPassed(unansweredBlocks);
    return passed * denominator > session.contentBytes() * numerator;
  }

  boolean prevented(SessionJudgement session, boolean unansweredBlocks) {
    return false;
  }
}
