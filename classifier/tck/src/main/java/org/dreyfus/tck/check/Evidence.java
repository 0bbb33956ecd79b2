package org.dreyfus.tck.check;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.tck.trial.Subject.Way;
import org.dreyfus.tck.trial.Trial;
import org.dreyfus.tck.trial.Trials;

/** What the trials of one plugin saw, as checks ask for it. */
public final class Evidence {

  /** What ends in one of these shows in lines as well. */
  private static final Set<Breach> OF_LINES =
      EnumSet.of(
          Breach.NOT_TEXT,
          Breach.NOT_A_LINE,
          Breach.INVALID_LINE,
          Breach.LINE_TOO_LONG,
          Breach.BAD_SCORE);

  /** Say of a line that it is wrong about flows. */
  private static final Set<Breach> OF_FLOWS =
      EnumSet.of(Breach.UNKNOWN_FLOW, Breach.ANSWERED_AGAIN, Breach.BACK_DATED);

  /** Captures with packets of which readers may differ whether they make a flow, and which. */
  private static final Set<Sample> OPEN_TO_READING =
      EnumSet.of(Sample.NOT_IP, Sample.FRAGMENTS, Sample.CUT_SHORT, Sample.MALFORMED);

  private final Trials trials;

  public Evidence(Trials trials) {
    this.trials = trials;
  }

  Way way() {
    return trials.subject().way();
  }

  Optional<Trial> trial(Sample sample) {
    return trials.trial(sample);
  }

  int captures() {
    return trials.all().size();
  }

  long decided() {
    return trials.all().values().stream().mapToLong(trial -> trial.decided().size()).sum();
  }

  long scored() {
    return trials.all().values().stream().mapToLong(trial -> trial.scores().size()).sum();
  }

  /** Verdicts, scores, and lines about flows that are not there. */
  long said() {
    return decided() + scored() + times(Breach.UNKNOWN_FLOW);
  }

  long accused() {
    return trials.all().values().stream().mapToLong(Trial::accused).sum();
  }

  /** Why there is nothing more to see than the ordinary capture; empty when that went well. */
  Optional<String> hopeless() {
    return trial(Sample.ORDINARY)
        .flatMap(Trial::failure)
        .map(cause -> "not looked at: it does not get through an ordinary capture");
  }

  /** The first capture in which a rule was broken; a flood of bad lines counts for itself alone. */
  Optional<Sample> firstWith(Breach breach) {
    return trials.all().entrySet().stream()
        .filter(entry -> has(entry.getKey(), entry.getValue(), breach))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean has(Sample sample, Trial trial, Breach breach) {
    boolean flooded =
        OF_LINES.contains(breach) && trial.breaches().containsKey(Breach.INVALID_FLOOD);
    boolean open = OF_FLOWS.contains(breach) && OPEN_TO_READING.contains(sample);
    return trial.breaches().containsKey(breach) && !flooded && !open;
  }

  /** How often a rule was broken, in all captures. */
  long times(Breach breach) {
    return trials.all().entrySet().stream()
        .filter(entry -> has(entry.getKey(), entry.getValue(), breach))
        .mapToLong(entry -> entry.getValue().breaches().getOrDefault(breach, 0L))
        .sum();
  }

  /** Whether the verdicts of the ordinary capture came back when it was shown again. */
  boolean isRepeatable() {
    return difference(Sample.ORDINARY_AGAIN).isEmpty()
        && difference(Sample.ORDINARY_AT_LAST).isEmpty();
  }

  /** What differs from the ordinary capture; empty too when one of them did not go well. */
  Optional<String> difference(Sample sample) {
    Optional<Trial> first = wellShown(Sample.ORDINARY);
    Optional<Trial> again = wellShown(sample);
    return first.isEmpty() || again.isEmpty()
        ? Optional.empty()
        : Difference.between(first.get().decided(), again.get().decided());
  }

  /** The trial, if it took place and went well. */
  Optional<Trial> wellShown(Sample sample) {
    return trial(sample).filter(trial -> trial.failure().isEmpty());
  }

  /** An ordinary flow that was decided time and again, and is undecided in another capture. */
  Optional<String> forgotten(Sample sample) {
    Optional<Trial> there = wellShown(sample);
    Optional<Trial> again = wellShown(Sample.ORDINARY_AGAIN);
    Optional<Trial> first = wellShown(Sample.ORDINARY);
    if (there.isEmpty() || again.isEmpty() || first.isEmpty() || !isRepeatable()) {
      return Optional.empty();
    }
    Map<Long, Verdict> repeated = again.get().decided();
    return first.get().decided().keySet().stream()
        .filter(repeated::containsKey)
        .sorted()
        .map(flow -> trials.numberIn(sample, flow))
        .filter(flow -> !there.get().decided().containsKey(flow))
        .findFirst()
        .map(flow -> "the flow that begins at frame " + flow + " was no longer decided");
  }
}
