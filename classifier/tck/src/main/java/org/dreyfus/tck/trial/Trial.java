package org.dreyfus.tck.trial;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;

/**
 * What was seen of a plugin over one capture.
 *
 * @param decided its verdicts, by the number of a flow's first frame; flows that it left undecided
 *     are not in it
 * @param scores by the same number
 * @param accused how many hosts it accused
 * @param breaches how often it broke which rule
 * @param examples of the first of each, one line
 * @param failure why it gave no answer on undecided flows, one line; empty when all went well
 */
public record Trial(
    Map<Long, Verdict> decided,
    Map<Long, Double> scores,
    int accused,
    Map<Breach, Long> breaches,
    Map<Breach, String> examples,
    Optional<String> failure) {

  /** Breaches that end a plugin, or are its end. */
  private static final Set<Breach> ENDINGS =
      EnumSet.of(
          Breach.INVALID_FLOOD,
          Breach.NO_MARKER,
          Breach.LEFT_EARLY,
          Breach.STOPPED_READING,
          Breach.OUT_OF_TIME,
          Breach.OUT_OF_MEMORY,
          Breach.FAILED);

  public Trial {
    decided = Map.copyOf(decided);
    scores = Map.copyOf(scores);
    breaches = Map.copyOf(breaches);
    examples = Map.copyOf(examples);
  }

  /** How it ended when it should not have; empty when all went well. */
  public Optional<Breach> ending() {
    return breaches.keySet().stream().filter(ENDINGS::contains).findFirst();
  }

  /** Whether it was ended because it did not come to an end by itself. */
  public boolean wasWaitedFor() {
    return ending()
        .filter(
            breach ->
                breach == Breach.OUT_OF_TIME
                    || breach == Breach.STOPPED_READING
                    || breach == Breach.NO_MARKER)
        .isPresent();
  }
}
