package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.cluster.lab.HdfsServer;
import org.dreyfus.cluster.lab.ObjectServer;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.engine.SessionEngine;
import org.dreyfus.engine.Subject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ended early goes on from a journal on storage that machines share. */
@Tag("slow")
class SharedJournalTest {

  private static final int ENOUGH = 2;

  @TempDir Path folder;

  @Test
  void onHdfs() throws IOException {
    try (HdfsServer server = HdfsServer.start(folder.resolve("hdfs"))) {
      goesOn(server.location(), Map.of());
    }
  }

  @Test
  void onAnObjectStore() throws IOException {
    try (ObjectServer server = ObjectServer.start()) {
      Map<String, String> settings = new TreeMap<>();
      server.settings().forEach((name, value) -> settings.put("spark.hadoop." + name, value));
      goesOn(server.location(), settings);
    }
  }

  private void goesOn(String location, Map<String, String> settings) throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    List<Subject> subjects =
        Trial.subjects(corpus, List.of(Trial.named("ports"), Trial.named("content-id")));
    Run threads =
        new Run(Trial.evaluation(corpus, subjects, folder.resolve("threads")), Trial.QUIET);
    Map<String, String> expected = Trial.gathered(threads, folder.resolve("expected"));
    try (EngineAccess spark = Trial.spark("local[2]", settings)) {
      SessionEngine engine = spark.engine(Map.of());
      Path journal = spark.path(location + "/journals/here");
      Evaluation evaluation = Trial.evaluation(corpus, subjects, journal);

      Run stopped = new Run(evaluation, engine, SharedJournalTest::stop);
      assertThatThrownBy(stopped::execute).isInstanceOf(Stopped.class);

      Heard heard = new Heard();
      Run again = new Run(evaluation, engine, heard);
      assertThat(Trial.gathered(again, folder.resolve("found"))).isEqualTo(expected);
      int all = corpus.sessionIds().size();
      assertThat(heard.finished.get(0)).isBetween(ENOUGH, all);
      assertThat(heard.gathered).containsExactly(all);
      again.forget();
      assertThat(journal).doesNotExist();
    }
  }

  private static void stop(int done, int all) {
    if (done >= ENOUGH) {
      throw new Stopped();
    }
  }

  private static final class Stopped extends RuntimeException {}

  /** Keeps all that is said. */
  private static final class Heard implements RunProgress {
    private final List<Integer> finished = new ArrayList<>();
    private final List<Integer> gathered = new ArrayList<>();

    @Override
    public void finished(int sessions, int all) {
      finished.add(sessions);
    }

    @Override
    public void gathered(int sessions, int all) {
      gathered.add(sessions);
    }
  }
}
