package org.dreyfus.tck.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dreyfus.external.Breach;
import org.dreyfus.tck.check.Check.Finding;
import org.dreyfus.tck.check.Check.Judge;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.tck.trial.Trial;

/** Rules that hold for every plugin, however it runs. */
final class SharedChecks {

  /** What is shown to every plugin that gets through the first. */
  private static final List<Sample> PLAIN =
      List.of(Sample.ORDINARY, Sample.ORDINARY_AGAIN, Sample.LARGE, Sample.ORDINARY_AT_LAST);

  private static final List<Sample> FEEDS = List.of(Sample.NO_FEED, Sample.EMPTY_FEEDS);

  private SharedChecks() {}

  static List<Check> input() {
    String goOn = "Look at lengths before you read; pass what you cannot read, and go on.";
    return List.of(
        new Check("I2", "goes on after frames that are not IP", goOn, Judges.goesOn(Sample.NOT_IP)),
        new Check("I2", "goes on after fragments", goOn, Judges.goesOn(Sample.FRAGMENTS)),
        new Check("I2", "goes on after frames cut short", goOn, Judges.goesOn(Sample.CUT_SHORT)),
        new Check("I2", "goes on after malformed packets", goOn, Judges.goesOn(Sample.MALFORMED)),
        new Check(
            "I3",
            "a capture without frames",
            "Nothing but the end of input is an input, too: finish as always.",
            Judges.goesOn(Sample.EMPTY)),
        new Check(
            "I3",
            "a capture of one frame",
            "One frame is an input, too: finish as always.",
            Judges.goesOn(Sample.ONE_FRAME)));
  }

  static List<Check> verdicts() {
    return List.of(
        new Check(
            "V7",
            "the same capture gets the same verdicts",
            "Let no clock, chance, process number or earlier run decide: only what was read.",
            SharedChecks::repeatable),
        new Check(
            "V6",
            "scores are from 0 to 1",
            "Bring scores into the range from 0 to 1, or leave them out.",
            Judges.neverIn(Evidence::scored, "it gave no score", Breach.BAD_SCORE)),
        new Check(
            "A1",
            "only hosts of the capture are accused",
            "Accuse only addresses that packets of this capture had as source or destination.",
            Judges.neverIn(Evidence::accused, "it accused nobody", Breach.UNKNOWN_HOST)),
        new Check(
            "E3",
            "works with and without the feeds it asks for",
            "A feed may be absent or have no entries: decide on what you have.",
            SharedChecks::withoutFeeds));
  }

  static Check inTime() {
    return new Check(
        "T1",
        "finishes in time, with very many flows, too",
        "Do not look through all flows at each packet; or ask for more limits.timeSeconds.",
        within(EnumSet.of(Breach.OUT_OF_TIME), Set.of()));
  }

  static Check inMemory() {
    return new Check(
        "T2",
        "stays within its memory and gets through very many flows",
        "Keep little for each flow, and forget what was decided; or ask for more limits.memoryMiB.",
        within(
            EnumSet.of(Breach.OUT_OF_MEMORY),
            EnumSet.of(Breach.FAILED, Breach.LEFT_EARLY, Breach.NO_MARKER)));
  }

  /**
   * @param anywhere ends that count in plain captures, too
   * @param crowded ends that count with very many flows only
   */
  private static Judge within(Set<Breach> anywhere, Set<Breach> crowded) {
    return evidence -> {
      Finding plain = Judges.noEnd(anywhere, PLAIN).of(evidence);
      if (plain instanceof Finding.Broken) {
        return plain;
      }
      Set<Breach> ends = EnumSet.copyOf(anywhere);
      ends.addAll(crowded);
      return Judges.noEnd(ends, List.of(Sample.CROWD)).of(evidence);
    };
  }

  private static Finding repeatable(Evidence evidence) {
    Optional<String> difference =
        Stream.of(Sample.ORDINARY_AGAIN, Sample.ORDINARY_AT_LAST)
            .flatMap(sample -> evidence.difference(sample).stream())
            .findFirst();
    if (difference.isPresent()) {
      return new Finding.Broken(difference.get());
    } else if (evidence.wellShown(Sample.ORDINARY).filter(SharedChecks::isSilent).isPresent()) {
      return new Finding.Unseen("it decided no flow of the ordinary capture");
    }
    return Judges.shown(evidence, List.of(Sample.ORDINARY_AGAIN, Sample.ORDINARY_AT_LAST));
  }

  private static boolean isSilent(Trial trial) {
    return trial.decided().isEmpty();
  }

  private static Finding withoutFeeds(Evidence evidence) {
    if (evidence.hopeless().isEmpty() && evidence.trial(Sample.NO_FEED).isEmpty()) {
      return new Finding.Unseen("it asks for no feed");
    }
    for (Sample sample : FEEDS) {
      Optional<String> failure = evidence.trial(sample).flatMap(Trial::failure);
      if (failure.isPresent()) {
        return new Finding.Broken(sample.words() + ": " + failure.get());
      }
    }
    return Judges.shown(evidence, FEEDS);
  }
}
