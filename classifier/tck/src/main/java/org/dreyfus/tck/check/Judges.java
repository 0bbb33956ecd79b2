package org.dreyfus.tck.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dreyfus.external.Breach;
import org.dreyfus.tck.check.Check.Finding;
import org.dreyfus.tck.check.Check.Judge;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.tck.trial.Trial;

/** Judges that several checks share. */
final class Judges {

  private Judges() {}

  /** Broken when one of these was seen in any capture. */
  static Judge never(Breach... breaches) {
    return evidence ->
        Stream.of(breaches)
            .flatMap(breach -> broken(evidence, breach).stream())
            .findFirst()
            .orElseGet(
                () -> new Finding.Kept("not once in " + count(evidence.captures(), "capture")));
  }

  private static Optional<Finding> broken(Evidence evidence, Breach breach) {
    return evidence
        .firstWith(breach)
        .map(
            sample ->
                new Finding.Broken(
                    "%s: %d times, first in %s%s"
                        .formatted(
                            breach.words(),
                            evidence.times(breach),
                            sample.words(),
                            example(evidence, sample, breach))));
  }

  private static String example(Evidence evidence, Sample sample, Breach breach) {
    return evidence
        .trial(sample)
        .flatMap(trial -> Optional.ofNullable(trial.examples().get(breach)))
        .map(example -> ": " + example.replaceAll("\\p{Cntrl}+", " "))
        .orElse("");
  }

  /** The same, but unseen when the plugin gave nothing that could have broken the rule. */
  static Judge neverIn(Amount amount, String nothing, Breach... breaches) {
    return evidence -> {
      Finding finding = never(breaches).of(evidence);
      boolean empty = finding instanceof Finding.Kept && amount.of(evidence) == 0;
      return empty ? new Finding.Unseen(nothing) : finding;
    };
  }

  /** How much of something was seen. */
  @FunctionalInterface
  interface Amount {
    long of(Evidence evidence);
  }

  /** For lock-step only. */
  static Judge inLockstep(Judge judge) {
    return evidence ->
        evidence.way().lockstep()
            ? judge.of(evidence)
            : new Finding.Unseen("the plugin does not speak lock-step");
  }

  /**
   * Broken when one of the samples came to one of these ends.
   *
   * @param samples in which such an end counts against this rule; the ordinary one is seen first
   */
  static Judge noEnd(Set<Breach> ends, List<Sample> samples) {
    return evidence -> {
      for (Sample sample : samples) {
        Optional<Trial> trial = evidence.trial(sample);
        if (trial.flatMap(Trial::ending).filter(ends::contains).isPresent()) {
          return new Finding.Broken(sample.words() + ": " + trial.get().failure().orElse(""));
        }
      }
      return shown(evidence, samples);
    };
  }

  /** Broken when the sample did not go well, or ordinary flows in it were forgotten. */
  static Judge goesOn(Sample sample) {
    return evidence -> {
      Optional<Trial> trial = evidence.trial(sample);
      Optional<String> failure = trial.flatMap(Trial::failure);
      if (evidence.hopeless().isEmpty() && failure.isPresent()) {
        return new Finding.Broken(sample.words() + ": " + failure.get());
      }
      Optional<String> forgotten =
          trial.isPresent() && isMixed(sample) ? evidence.forgotten(sample) : Optional.empty();
      if (forgotten.isPresent()) {
        return new Finding.Broken(sample.words() + ": " + forgotten.get());
      }
      return shown(evidence, List.of(sample));
    };
  }

  private static boolean isMixed(Sample sample) {
    return sample != Sample.EMPTY && sample != Sample.ONE_FRAME;
  }

  /** Kept, when all of the samples were shown. */
  static Finding shown(Evidence evidence, List<Sample> samples) {
    if (evidence.hopeless().isPresent()) {
      return new Finding.Unseen(evidence.hopeless().get());
    }
    long shown = samples.stream().filter(sample -> evidence.trial(sample).isPresent()).count();
    if (shown < samples.size()) {
      return new Finding.Unseen("not looked at: two captures took too long before");
    }
    return new Finding.Kept("well ended: " + String.join(", ", words(samples)));
  }

  private static List<String> words(List<Sample> samples) {
    return samples.stream().map(Sample::words).toList();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
