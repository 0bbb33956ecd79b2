package org.dreyfus.scoring;

/** What counts as an error of a session, with unanswered flows counted as correct and as wrong. */
enum ErrorCount {
  /** Something was blocked. */
  ANY_BLOCKED {
    @Override
    boolean best(SessionJudgement session, BlockRule rule) {
      return session.anyBlocked();
    }

    @Override
    boolean worst(SessionJudgement session, BlockRule rule) {
      return session.anyBlocked() || session.anyUnanswered();
    }

    @Override
    ErrorCount inverted() {
      return NOTHING_BLOCKED;
    }
  },
  /** Nothing was blocked. */
  NOTHING_BLOCKED {
    @Override
    boolean best(SessionJudgement session, BlockRule rule) {
      return !session.anyBlocked() && !session.anyUnanswered();
    }

    @Override
    boolean worst(SessionJudgement session, BlockRule rule) {
      return !session.anyBlocked();
    }

    @Override
    ErrorCount inverted() {
      return ANY_BLOCKED;
    }
  },
  /** The work got through. */
  GOT_THROUGH {
    @Override
    boolean best(SessionJudgement session, BlockRule rule) {
      return rule.gotThrough(session, true);
    }

    @Override
    boolean worst(SessionJudgement session, BlockRule rule) {
      return rule.gotThrough(session, false);
    }

    @Override
    ErrorCount inverted() {
      return WORK_BLOCKED;
    }
  },
  /** The work was held back. */
  WORK_BLOCKED {
    @Override
    boolean best(SessionJudgement session, BlockRule rule) {
      return !rule.gotThrough(session, false);
    }

    @Override
    boolean worst(SessionJudgement session, BlockRule rule) {
      return !rule.gotThrough(session, true);
    }

    @Override
    ErrorCount inverted() {
      return GOT_THROUGH;
    }
  };

  static ErrorCount of(Hypothesis.Metric metric) {
    return switch (metric) {
      case ANY_BLOCKED -> ANY_BLOCKED;
      case WORK_BLOCKED -> WORK_BLOCKED;
    };
  }

  abstract boolean best(SessionJudgement session, BlockRule rule);

  abstract boolean worst(SessionJudgement session, BlockRule rule);

  /** The error against a claim that asks for the opposite. */
  abstract ErrorCount inverted();

  boolean dependsOnRule() {
    return this == GOT_THROUGH || this == WORK_BLOCKED;
  }

  /** Counts a session by the rule. */
  void count(SessionJudgement session, RateTally in) {
    in.add(session, best(session, BlockRule.HALF), worst(session, BlockRule.HALF));
  }
}
