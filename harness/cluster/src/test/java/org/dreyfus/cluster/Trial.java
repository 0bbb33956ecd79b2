package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dreyfus.bundle.BundleDraft;
import org.dreyfus.bundle.Criteria;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.EngineProvider;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Feeds;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.engine.Subject;
import org.dreyfus.scoring.RunEvidence;

/** Runs that are compared with each other. */
final class Trial {

  static final Path STORIES =
      Path.of("../engine/src/test/resources/golden/three-stories/corpus")
          .toAbsolutePath()
          .normalize();

  static final RunProgress QUIET = (done, all) -> {};

  private Trial() {}

  static EngineAccess spark(String master, Map<String, String> settings) {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("spark"))
        .findFirst()
        .orElseThrow()
        .open(Optional.of(master), settings);
  }

  /** The bundled classifiers, in the order of their ids. */
  static List<ClassifierProvider> bundled() {
    return ServiceLoader.load(ClassifierProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.availability() instanceof Availability.Available)
        .filter(provider -> !provider.getClass().getPackageName().startsWith("org.dreyfus.cluster"))
        .sorted(Comparator.comparing(provider -> provider.descriptor().id()))
        .toList();
  }

  static ClassifierProvider named(String id) {
    return ServiceLoader.load(ClassifierProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.descriptor().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<Subject> subjects(Corpus corpus, List<ClassifierProvider> providers)
      throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (ClassifierProvider provider : providers) {
      subjects.addAll(Subject.rows(new Execution.InProcess(provider), Map.of(), Feeds.of(corpus)));
    }
    return subjects;
  }

  static Evaluation evaluation(Corpus corpus, List<Subject> subjects, Path journal) {
    return new Evaluation(corpus, subjects, 1, 2, true, true, Duration.ofSeconds(60), journal);
  }

  /** What the threads of this process make of it. */
  static List<RunEvidence> onThreads(Evaluation evaluation) throws IOException {
    return evidence(new Run(evaluation, QUIET));
  }

  static List<RunEvidence> evidence(Run run) throws IOException {
    return run.execute().stream().map(Run.Result::evidence).map(RunEvidence::of).toList();
  }

  /** Runs, gathers, and writes bundles; the lines of all their files, and their scorecards. */
  static Map<String, String> gathered(Run run, Path folder) throws IOException {
    List<Run.Result> results = run.execute();
    long sessions = results.get(0).evidence().bySession().count();
    Criteria criteria = new Criteria(List.of(), List.of());
    List<BundleDraft> drafts = new ArrayList<>();
    Files.createDirectories(folder);
    for (Run.Result result : results) {
      drafts.add(BundleDraft.open(folder.resolve(result.subject().id())));
    }
    List<RunTally> tallies = run.gather(results.stream().map(its -> criteria).toList(), drafts);
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < results.size(); i++) {
      String id = results.get(i).subject().id();
      all.put(id, ResultJson.json().pretty(tallies.get(i).scorecards(id)));
      assertThat((long) tallies.get(i).counts().sessions()).isEqualTo(sessions);
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          all.put(folder.relativize(file).toString(), lines);
        }
      }
    }
    return all;
  }
}
