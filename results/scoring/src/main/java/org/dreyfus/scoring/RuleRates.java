package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.EnumMap;

/** One kind of error under every rule for what counts as blocked. */
final class RuleRates implements Serializable {

  private static final long serialVersionUID = 1L;

  private final EnumMap<BlockRule, RateTally> byRule = new EnumMap<>(BlockRule.class);

  /** Counts a session: under one rule when none matters to the error. */
  void add(SessionJudgement session, ErrorCount errors) {
    for (BlockRule rule : BlockRule.values()) {
      if (rule == BlockRule.HALF || errors.dependsOnRule()) {
        tally(rule).add(session, errors.best(session, rule), errors.worst(session, rule));
      }
    }
  }

  void add(RuleRates other) {
    other.byRule.forEach((rule, its) -> tally(rule).add(its));
  }

  private RateTally tally(BlockRule rule) {
    return byRule.computeIfAbsent(rule, absent -> new RateTally());
  }

  boolean isEmpty() {
    return byRule.isEmpty();
  }

  Rate rate(BlockRule rule, Alpha alpha) {
    return byRule.getOrDefault(rule, new RateTally()).rate(alpha);
  }

  /** By the rule. */
  Rate rate(Alpha alpha) {
    return rate(BlockRule.HALF, alpha);
  }
}
