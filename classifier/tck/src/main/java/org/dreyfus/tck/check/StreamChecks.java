package org.dreyfus.tck.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.dreyfus.external.Breach;
import org.dreyfus.tck.check.Check.Finding;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.tck.trial.Trial;

/** The rules of {@code classifier/STREAM.md}, in its order. */
public final class StreamChecks {

  private static final List<Sample> PLAIN =
      List.of(Sample.ORDINARY, Sample.ORDINARY_AGAIN, Sample.LARGE, Sample.ORDINARY_AT_LAST);

  private static final String NO_LINES = "it said nothing of any flow";

  private StreamChecks() {}

  /** All of them. */
  public static List<Check> all() {
    List<Check> all = new ArrayList<>(SharedChecks.input());
    all.addAll(endings());
    all.addAll(output());
    all.addAll(flows());
    all.addAll(SharedChecks.verdicts());
    all.addAll(surroundings());
    all.add(SharedChecks.inTime());
    all.add(SharedChecks.inMemory());
    return all;
  }

  private static List<Check> endings() {
    return List.of(
        new Check(
            "I4",
            "reads to the end of input",
            "Go on reading until the input ends, also when you have nothing more to decide.",
            Judges.noEnd(EnumSet.of(Breach.LEFT_EARLY), PLAIN)),
        new Check(
            "I5",
            "keeps reading",
            "Never stop reading for a minute: decide later, or decide without.",
            Judges.never(Breach.STOPPED_READING)),
        new Check(
            "I6",
            "exits with code 0 after the end of input",
            "Say all that is left, flush, and exit with 0; its log (standard error) is quoted here.",
            StreamChecks::exits));
  }

  private static List<Check> output() {
    return List.of(
        new Check(
            "O1",
            "lines are UTF-8, and not too long",
            "Write UTF-8, one object a line, at most 65,536 bytes.",
            Judges.never(Breach.NOT_TEXT, Breach.LINE_TOO_LONG)),
        new Check(
            "O2",
            "lines are of the contract's form",
            "Compare the line with the schema; names and types must be as it says.",
            Judges.never(Breach.INVALID_LINE)),
        new Check(
            "O3",
            "no 100 bad lines in a row",
            "Standard output is for answers; write whatever else you have to standard error.",
            Judges.never(Breach.INVALID_FLOOD)),
        new Check(
            "O4",
            "nothing but JSON objects on standard output",
            "Write messages to standard error, those of libraries, too.",
            Judges.never(Breach.NOT_A_LINE)));
  }

  private static List<Check> flows() {
    return List.of(
        new Check(
            "F1",
            "names flows that are there",
            "Name a flow by the number of a frame that carries IP, counting all frames from 1.",
            Judges.neverIn(Evidence::said, NO_LINES, Breach.UNKNOWN_FLOW)),
        new Check(
            "V2",
            "a final verdict is said once",
            "Remember which flows you decided; \"final\": false keeps an identification open.",
            Judges.neverIn(Evidence::decided, "it decided no flow", Breach.ANSWERED_AGAIN)),
        new Check(
            "V4",
            "no word about frames that were not delivered",
            "Speak of a frame after you read it: numbers in packet, at and seen are of frames.",
            Judges.never(Breach.AHEAD_OF_INPUT)),
        new Check(
            "V5",
            "decisions are not dated back (lock-step)",
            "Let at be the last frame that you read, or leave it out.",
            Judges.inLockstep(
                Judges.neverIn(Evidence::decided, "it decided no flow", Breach.BACK_DATED))),
        new Check(
            "L2",
            "acknowledges what it read (lock-step)",
            "After each frame write {\"seen\": n} and flush, before you read on.",
            Judges.inLockstep(Judges.never(Breach.NO_MARKER))));
  }

  private static List<Check> surroundings() {
    return List.of(
        new Check(
            "E1",
            "works in a read-only folder with an empty TMPDIR",
            "Write below TMPDIR only, and bring along what you need to read.",
            evidence -> surroundings(evidence, Surroundings.READ_ONLY)),
        new Check(
            "E2",
            "works without a network",
            "Bring along what you need; there is no network, and no name service.",
            evidence -> surroundings(evidence, Surroundings.NO_NETWORK)));
  }

  private static Finding surroundings(Evidence evidence, Surroundings missing) {
    Optional<String> failure = evidence.trial(Sample.ORDINARY).flatMap(Trial::failure);
    if (failure.filter(missing::isNamedIn).isPresent()) {
      return new Finding.Broken(Sample.ORDINARY.words() + ": " + failure.get());
    } else if (!evidence.way().isolated()) {
      return new Finding.Unseen("it was not isolated");
    }
    return Judges.shown(evidence, List.of(Sample.ORDINARY));
  }

  /** Of an end that its surroundings explain, those are to be blamed. */
  private static Finding exits(Evidence evidence) throws IOException, InterruptedException {
    Optional<String> failure = evidence.trial(Sample.ORDINARY).flatMap(Trial::failure);
    for (Surroundings missing : Surroundings.values()) {
      if (failure.filter(missing::isNamedIn).isPresent()) {
        return Judges.shown(evidence, PLAIN);
      }
    }
    return Judges.noEnd(EnumSet.of(Breach.FAILED), PLAIN).of(evidence);
  }
}
