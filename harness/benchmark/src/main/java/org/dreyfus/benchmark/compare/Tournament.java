package org.dreyfus.benchmark.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;

/**
 * Runs programs on a capture by turns, so that whatever else the machine does falls on all of them
 * alike. First each runs once unmeasured: that warms the page cache, and its counts are read.
 */
final class Tournament {

  private static final Path NOWHERE = Path.of("/dev/null");

  private final List<Contestant> contestants;
  private final int rounds;
  private final Stopwatch stopwatch;
  private final Path printed;
  private final PrintStream progress;

  /**
   * @param rounds at least 1
   * @param folder for what programs print
   */
  Tournament(
      List<Contestant> contestants,
      int rounds,
      Stopwatch stopwatch,
      Path folder,
      PrintStream progress) {
    this.contestants = contestants;
    this.rounds = rounds;
    this.stopwatch = stopwatch;
    this.printed = folder.resolve("printed");
    this.progress = progress;
  }

  /**
   * Measures all of them.
   *
   * @throws CaptureException when the capture is damaged
   * @throws CompareFailure when it is empty, or a program fails on it
   */
  CaptureResult run(Path capture) throws IOException, InterruptedException {
    long packets = countFrames(capture);
    Map<String, Map<String, Counts>> counts = warmUp(capture);
    Map<Contestant, List<Measurement>> measured = new LinkedHashMap<>();
    contestants.forEach(contestant -> measured.put(contestant, new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : contestants) {
        if (contestant.repeated() || round == rounds) {
          say("%s: run %d of %d: %s", capture.getFileName(), round, rounds, contestant.name());
          measured
              .getOrDefault(contestant, List.of())
              .add(stopwatch.run(contestant.measured(capture), NOWHERE));
        }
      }
    }
    List<ContestantResult> results = new ArrayList<>();
    measured.forEach(
        (contestant, runs) ->
            results.add(
                ContestantResult.of(
                    contestant.name(), contestant.measured(name(capture)), runs, packets)));
    return new CaptureResult(
        name(capture).toString(),
        Files.size(capture),
        packets,
        results,
        counts,
        Agreement.disagreements(counts));
  }

  private Map<String, Map<String, Counts>> warmUp(Path capture)
      throws IOException, InterruptedException {
    Map<String, Map<String, Counts>> counts = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      if (contestant.repeated()) {
        say("%s: warm-up: %s", capture.getFileName(), contestant.name());
        stopwatch.run(contestant.counted(capture), printed);
        String all = Files.readString(printed, StandardCharsets.ISO_8859_1);
        if (contestant.counting() != Counting.NOTHING) {
          counts.put(contestant.name(), contestant.counting().read(all));
        }
      }
    }
    return counts;
  }

  private void say(String format, Object... arguments) {
    progress.printf(format + "%n", arguments);
  }

  private static Path name(Path capture) {
    return capture.toAbsolutePath().getFileName();
  }

  private static long countFrames(Path file) throws CaptureException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(file))) {
      while (reader.next(frame)) {}
      if (reader.frames() == 0) {
        throw new CompareFailure(
            CompareFailure.BAD_INPUT, file + ": no packets; give a capture that has some");
      }
      return reader.frames();
    }
  }
}
