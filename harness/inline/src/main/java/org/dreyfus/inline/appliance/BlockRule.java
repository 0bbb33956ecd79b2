package org.dreyfus.inline.appliance;

import org.dreyfus.classifier.Verdict;

/** Which final verdicts are blocks. */
@FunctionalInterface
public interface BlockRule {

  boolean blocks(Verdict verdict);

  /** Offline, scoring does the same. */
  static BlockRule of(java.util.function.Predicate<String> blocksProtocol) {
    return verdict ->
        verdict instanceof Verdict.Blocked
            || (verdict instanceof Verdict.Identified identified
                && identified.settled()
                && blocksProtocol.test(identified.protocol()));
  }
}
