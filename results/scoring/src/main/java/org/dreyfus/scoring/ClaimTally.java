package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.Arrays;
import org.dreyfus.corpus.Pair;

/** What one claim is decided by: sessions that it speaks of, and those it is compared with. */
final class ClaimTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final RuleRates rates = new RuleRates();
  private final RuleRates others = new RuleRates();
  private final PairTally pairs = new PairTally();
  private final WitnessTally witnesses = new WitnessTally();
  private long population;

  /** Counts a session, if the claim has anything to do with it. */
  void add(Claim claim, SessionJudgement session) {
    if (claim.population().contains(session)) {
      population++;
      count(claim.hypothesis(), session);
    }
    if (claim.hypothesis() instanceof Hypothesis.Alike alike
        && claim.population().under(alike.as()).contains(session)) {
      others.add(session, ErrorCount.of(alike.metric()));
    }
  }

  private void count(Hypothesis hypothesis, SessionJudgement session) {
    if (hypothesis instanceof Hypothesis.NeverBlocked) {
      rates.add(session, ErrorCount.ANY_BLOCKED);
      witnesses.add(Witnesses.ofBlocks(session));
    } else if (hypothesis instanceof Hypothesis.AlwaysBlocked) {
      countWork(session);
    } else if (hypothesis instanceof Hypothesis.Distinguishes distinguishes) {
      pairs.add(session, typeOf(distinguishes), session.halfBlocked() ? 1 : 0);
    } else if (hypothesis instanceof Hypothesis.Alike alike) {
      rates.add(session, ErrorCount.of(alike.metric()));
    } else if (hypothesis instanceof Hypothesis.AtMost atMost) {
      rates.add(session, ErrorCount.of(atMost.metric()));
    } else if (hypothesis instanceof Hypothesis.AtLeast atLeast) {
      rates.add(session, ErrorCount.of(atLeast.metric()).inverted());
    }
  }

  private void countWork(SessionJudgement session) {
    if (session.contentBytes() > 0) {
      rates.add(session, ErrorCount.GOT_THROUGH);
      boolean underEveryRule =
          Arrays.stream(BlockRule.values()).allMatch(rule -> rule.gotThrough(session, true));
      if (underEveryRule) {
        witnesses.add(Witnesses.ofPassage(session).stream().toList());
      }
    }
  }

  static Pair.Type typeOf(Hypothesis.Distinguishes distinguishes) {
    return distinguishes.type().orElse(Pair.Type.W);
  }

  void add(ClaimTally other) {
    rates.add(other.rates);
    others.add(other.others);
    pairs.add(other.pairs);
    witnesses.add(other.witnesses);
    population += other.population;
  }

  /** Whether the corpus holds no session that the claim speaks of. */
  boolean isEmpty() {
    return population == 0;
  }

  /** Errors among the sessions that the claim speaks of; of "always", those that move a work. */
  RuleRates rates() {
    return rates;
  }

  /** The same of those it is compared with. */
  RuleRates others() {
    return others;
  }

  PairTally pairs() {
    return pairs;
  }

  WitnessTally witnesses() {
    return witnesses;
  }
}
