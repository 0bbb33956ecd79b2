package org.dreyfus.tck.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dreyfus.classifier.Verdict;

/** Finds the first flow about which two runs disagree. Reasons may differ. */
final class Difference {

  private Difference() {}

  /** In words; empty when they agree. */
  static Optional<String> between(Map<Long, Verdict> one, Map<Long, Verdict> other) {
    TreeSet<Long> flows = new TreeSet<>(one.keySet());
    flows.addAll(other.keySet());
    return flows.stream()
        .filter(flow -> !words(one, flow).equals(words(other, flow)))
        .findFirst()
        .map(
            flow ->
                "the flow that begins at frame %d: %s, then %s"
                    .formatted(flow, words(one, flow), words(other, flow)));
  }

  private static String words(Map<Long, Verdict> verdicts, long flow) {
    return Optional.ofNullable(verdicts.get(flow)).map(Difference::words).orElse("undecided");
  }

  private static String words(Verdict verdict) {
    if (verdict instanceof Verdict.Blocked blocked) {
      return "block (" + blocked.protocol() + ")";
    } else if (verdict instanceof Verdict.Allowed) {
      return "allow";
    } else if (verdict instanceof Verdict.Identified identified) {
      return identified.protocol();
    }
    return "undecided";
  }
}
