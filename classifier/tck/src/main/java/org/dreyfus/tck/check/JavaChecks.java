package org.dreyfus.tck.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.Breach;
import org.dreyfus.tck.check.Check.Finding;
import org.dreyfus.tck.check.Check.Judge;
import org.dreyfus.tck.java.Bench;
import org.dreyfus.tck.java.JavaSubject;
import org.dreyfus.tck.java.Manner;
import org.dreyfus.tck.java.Thrown;
import org.dreyfus.tck.java.TimeLimit;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.tck.traffic.Traffic;
import org.dreyfus.tck.trial.Trial;

/** The rules of the Java contract, as {@code classifier/README.md} numbers them. */
public final class JavaChecks {

  private static final List<Sample> BYTES_MATTER =
      List.of(Sample.ORDINARY, Sample.FRAGMENTS, Sample.CUT_SHORT, Sample.MALFORMED);

  private static final int FRAMES_BEFORE_CLOSE = 40;

  private final JavaSubject subject;
  private final Traffic traffic;
  private final Configuration configuration;

  /**
   * @param configuration as in the ordinary capture
   */
  public JavaChecks(JavaSubject subject, Traffic traffic, Configuration configuration) {
    this.subject = subject;
    this.traffic = traffic;
    this.configuration = configuration;
  }

  /** All that can be checked in this process. */
  public List<Check> all() {
    List<Check> all = new ArrayList<>();
    all.add(
        new Check(
            "J1",
            "descriptor, availability and open can be called again and again",
            "Return an equal descriptor each time, throw nothing, and open a new instance.",
            afterTheFirst(evidence -> provider())));
    all.add(
        new Check(
            "J2",
            "no exception, no null",
            "Catch what you can mend; return Verdict.undecided() where you have no opinion.",
            Judges.noEnd(EnumSet.of(Breach.FAILED), List.of(Sample.ORDINARY, Sample.LARGE))));
    all.add(repeated("J3", "reads no byte outside the packet", FOREIGN, this::foreignBytes));
    all.add(repeated("J4", "instances share nothing", SHARED, evidence -> sideBySide()));
    all.add(repeated("J5", "a slot that is given away carries nothing over", SLOTS, this::slots));
    all.add(
        new Check(
            "J6",
            "can be closed at any time",
            "close() comes after a crash, too: free what there is, and throw nothing.",
            afterTheFirst(evidence -> closing())));
    all.addAll(SharedChecks.input());
    all.addAll(SharedChecks.verdicts());
    all.add(SharedChecks.inTime());
    return all;
  }

  private static final String FOREIGN =
      "Read between frameOffset() and frameOffset() + capturedLength() only.";
  private static final String SHARED = "Keep state in fields of the instance, none of them static.";
  private static final String SLOTS =
      "Clear what you keep under slot() in conclude or score: the next flow has the same number.";

  private static Judge afterTheFirst(Judge judge) {
    return evidence ->
        evidence.hopeless().isPresent()
            ? new Finding.Unseen(evidence.hopeless().get())
            : judge.of(evidence);
  }

  /** A comparison, which says nothing when verdicts change by themselves. */
  private static Check repeated(String rule, String title, String remedy, Judge judge) {
    return new Check(
        rule,
        title,
        remedy,
        afterTheFirst(
            evidence ->
                evidence.isRepeatable()
                    ? judge.of(evidence)
                    : new Finding.Unseen("its verdicts change by themselves: see V7")));
  }

  private Finding provider() {
    ClassifierProvider provider = subject.provider();
    if (!provider.descriptor().equals(provider.descriptor())
        || !provider.descriptor().equals(subject.descriptor())) {
      return new Finding.Broken("two calls of descriptor() gave different answers");
    }
    try {
      Availability availability = provider.availability();
      if (availability instanceof Availability.Unavailable no) {
        return new Finding.Broken("it ran, and calls itself unavailable: " + no.reason());
      }
    } catch (RuntimeException | LinkageError e) {
      return new Finding.Broken(Thrown.words("availability", e));
    }
    Classifier one = provider.open(configuration);
    Classifier other = provider.open(configuration);
    closed(one);
    if (one == other) {
      return new Finding.Broken("open gave the same instance twice");
    }
    closed(other);
    return new Finding.Kept("called twice each");
  }

  /**
   * @return what it threw, if it threw something
   */
  private static Optional<String> closed(Classifier classifier) {
    try {
      classifier.close();
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(Thrown.words("close", e));
    }
  }

  private Finding foreignBytes(Evidence evidence) throws IOException, InterruptedException {
    for (Sample sample : BYTES_MATTER) {
      if (evidence.wellShown(sample).isEmpty()) {
        continue;
      }
      CaptureSource capture = traffic.capture(sample).source();
      Manner manner = Manner.asTheHarness();
      Optional<String> difference =
          difference(
              subject.show(capture, configuration, manner.withForeign(2)),
              subject.show(capture, configuration, manner.withForeign(3)));
      if (difference.isPresent()) {
        return new Finding.Broken(
            "with other bytes around the packets, %s: %s"
                .formatted(sample.words(), difference.get()));
      }
    }
    return new Finding.Kept("the same verdicts with other bytes around the packets");
  }

  private Finding slots(Evidence evidence) throws IOException, InterruptedException {
    CaptureSource capture = traffic.capture(Sample.ORDINARY).source();
    return difference(
            subject.show(capture, configuration, new Manner(1, true, false)),
            subject.show(capture, configuration, new Manner(1, true, true)))
        .<Finding>map(words -> new Finding.Broken("with slots used again, " + words))
        .orElseGet(() -> new Finding.Kept("the same verdicts with slots used again"));
  }

  private static Optional<String> difference(Trial one, Trial other) {
    if (!one.failure().equals(other.failure())) {
      return one.failure().or(other::failure);
    }
    Optional<String> verdict = Difference.between(one.decided(), other.decided());
    return verdict.isPresent() || one.scores().equals(other.scores())
        ? verdict
        : Optional.of("scores differ");
  }

  private Finding sideBySide() throws IOException, InterruptedException {
    CaptureSource capture = traffic.capture(Sample.ORDINARY).source();
    Trial alone = subject.show(capture, configuration);
    try {
      Optional<Trial> beside =
          TimeLimit.run(subject.time().multipliedBy(2), () -> interleaved(capture));
      return beside
          .flatMap(trial -> difference(alone, trial))
          .<Finding>map(words -> new Finding.Broken("beside another instance, " + words))
          .orElseGet(() -> new Finding.Kept("the same verdicts beside another instance"));
    } catch (ExecutionException e) {
      return new Finding.Broken("beside another instance: " + e.getMessage());
    }
  }

  private Trial interleaved(CaptureSource capture) throws IOException {
    try (Classifier one = subject.provider().open(configuration);
        Classifier other = subject.provider().open(configuration);
        Bench first = new Bench(one, capture, Manner.asTheHarness());
        Bench second = new Bench(other, traffic.another(), Manner.asTheHarness())) {
      boolean more = true;
      while (more) {
        more = first.step();
        more |= second.step();
      }
      second.finish();
      first.finish();
      return first.seen();
    }
  }

  private Finding closing() throws IOException {
    CaptureSource capture = traffic.capture(Sample.ORDINARY).source();
    for (int frames : new int[] {0, FRAMES_BEFORE_CLOSE}) {
      Classifier classifier = subject.provider().open(configuration);
      try (Bench bench = new Bench(classifier, capture, Manner.asTheHarness())) {
        for (int i = 0; i < frames; i++) {
          bench.step();
        }
      }
      Optional<String> thrown = closed(classifier);
      if (thrown.isPresent()) {
        return new Finding.Broken(
            "after %d frames, nothing concluded: %s".formatted(frames, thrown.get()));
      }
    }
    return new Finding.Kept("closed before the first frame, and in the middle");
  }
}
