package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dreyfus.bundle.Digests;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.recorder.Progress;
import org.dreyfus.recorder.Recording;
import org.dreyfus.recorder.ScenarioSelection;
import org.dreyfus.recorder.Scenarios;
import org.dreyfus.recorder.scenario.Scenario;

/** Records a tenth of a corpus's scenarios again, with new works, keys and addresses. */
final class FreshRecordings {

  private static final int ONE_IN = 10;
  private static final int LABS = 2;

  /** Pairs of type W in the first, of type L in the second. */
  private static final int REPETITIONS = 2;

  private FreshRecordings() {}

  /**
   * @param folder of the fresh corpus; what an earlier attempt left there is kept
   * @param seed of the run: it chooses the scenarios, and the works are made of another
   * @return the fresh corpus
   * @throws IOException when nothing could be recorded
   */
  static Corpus record(Corpus corpus, Path folder, long seed, Output output) throws IOException {
    Set<String> chosen = choose(corpus, seed);
    Recording recording =
        new Recording(
            folder, "fresh", seed + 1, LABS, REPETITIONS, ScenarioSelection.only(chosen), false);
    RunProgress bar = Terminal.progress(output, "sessions recorded afresh");
    List<String> failures =
        recording.run(
            new Progress() {
              @Override
              public void note(String line) {
                output.message("dreyfus: " + line);
              }

              @Override
              public void recorded(String session, int done, int all) {
                bar.finished(done, all);
              }
            });
    failures.forEach(failure -> output.message("dreyfus: not recorded afresh: " + failure));
    return Corpus.open(folder);
  }

  /** Every tenth by a digest of seed and name, at least one. */
  private static Set<String> choose(Corpus corpus, long seed) {
    Set<String> known = Scenarios.all().stream().map(Scenario::id).collect(Collectors.toSet());
    Set<String> candidates =
        corpus.sessions().stream()
            .map(Session::scenario)
            .filter(known::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    if (candidates.isEmpty()) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "the corpus has no scenario that this program can record");
    }
    return candidates.stream()
        .sorted(Comparator.comparing(name -> digest(seed + " " + name)))
        .limit((candidates.size() + ONE_IN - 1) / ONE_IN)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String digest(String text) {
    return Digests.sha256(text);
  }
}
