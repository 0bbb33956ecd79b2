package org.dreyfus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Subject;
import org.dreyfus.engine.Trainer;
import org.dreyfus.engine.Training;
import org.dreyfus.scoring.Discrimination;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Scorer;
import org.dreyfus.training.classifier.Model;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

  private static final Path DEFAULT = Path.of("../../traffic-corpus/corpora/default");

  /** Of the models of {@link #planted}: the same on every machine. */
  private static final String PINNED =
      "SHA-256 92cb871cb2e602ab81e65ce574537b01a44d1e633e3e4d54bd95339c25760528";

  @TempDir Path folder;

  /** Unlicensed works travel in longer packets; every session has a length of its own. */
  private Corpus planted(int pairs) throws IOException {
    return Synthetic.pairs(folder.resolve("planted"), pairs, i -> 300 + i + (i % 2 == 1 ? 500 : 0));
  }

  private static Training.Done done(Trainer trainer, Corpus corpus) throws IOException {
    Training training = trainer.train(corpus);
    assertThat(training).isInstanceOf(Training.Done.class);
    return (Training.Done) training;
  }

  private Subject subject(String id, Corpus corpus) throws IOException {
    ClassifierProvider provider =
        ServiceLoader.load(ClassifierProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.descriptor().id().equals(id))
            .findFirst()
            .orElseThrow();
    Trainer trainer =
        ServiceLoader.load(Trainer.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.classifier().equals(id))
            .findFirst()
            .orElseThrow();
    return new Subject(new Execution.InProcess(provider), Map.of(), Set.of())
        .with(done(trainer, corpus));
  }

  private List<Run.Result> run(Corpus corpus, int threads, String... ids) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (String id : ids) {
      subjects.add(subject(id, corpus));
    }
    Path journal = folder.resolve("journal-" + threads);
    return new Run(
            new Evaluation(
                corpus, subjects, 1, threads, true, true, Duration.ofSeconds(60), journal),
            (finished, all) -> {})
        .execute();
  }

  private static Scorecard score(Run.Result result) {
    return Scorer.score(result.subject().id(), result.evidence(), Policy.OWN, List.of());
  }

  @Test
  void aPlantedDifferenceIsLearntFromOtherClusters() throws IOException {
    List<Run.Result> results = run(planted(20), 1, "trained", "trained-nearest", "trained-ports");
    for (Run.Result result : results.subList(0, 2)) {
      Scorecard card = score(result);
      assertThat(card.headline().falsePositives().errors()).isZero();
      assertThat(card.headline().falseNegatives().errors()).isLessThanOrEqualTo(2);
      assertThat(card.pairs().p()).isLessThan(0.001);
    }
    assertThat(score(results.get(2)).pairs().p()).isGreaterThan(0.05);
  }

  @Test
  void theSameCorpusGivesTheSameModelsAndAnswers() throws IOException {
    Corpus corpus = planted(8);
    for (Trainer trainer : ServiceLoader.load(Trainer.class)) {
      assertThat(done(trainer, corpus)).as(trainer.classifier()).isEqualTo(done(trainer, corpus));
    }
    assertThat(done(new StatisticsTrainer(), corpus).facts())
        .containsEntry("training.models", PINNED);
    assertThat(RunEvidence.of(run(corpus, 4, "trained").get(0).evidence()))
        .isEqualTo(RunEvidence.of(run(corpus, 1, "trained").get(0).evidence()));
  }

  @Test
  void noSessionMeetsAModelThatHasSeenItsFold() throws IOException {
    Corpus corpus = planted(8);
    Folds folds = Folds.of(LabelledSession.all(corpus));
    Training.Done training = done(new NearestTrainer(), corpus);
    for (Session session : corpus.sessions()) {
      String model =
          Optional.ofNullable(training.optionsBySession().get(session.id()))
              .map(options -> options.get(Model.OPTION))
              .orElseThrow();
      Set<String> words = new HashSet<>(Arrays.asList(model.split(" ")));
      List<Session> all = corpus.sessions();
      for (int i = 0; i < all.size(); i++) {
        String length = Double.toString(300 + i + (i % 2 == 1 ? 500 : 0));
        boolean same = folds.fold(all.get(i).id()) == folds.fold(session.id());
        assertThat(words.contains(length)).as(session.id() + ", " + length).isNotEqualTo(same);
      }
    }
  }

  @Test
  void aCorpusWithNothingToLeaveOutIsRefused() throws IOException {
    assertThat(new StatisticsTrainer().train(planted(1)))
        .isInstanceOfSatisfying(
            Training.Impossible.class,
            no -> assertThat(no.reason()).contains("none can be left out"));
  }

  @Test
  void withoutAModelNothingOpens() {
    for (ClassifierProvider provider : ServiceLoader.load(ClassifierProvider.class)) {
      if (provider.descriptor().id().startsWith("trained")) {
        assertThatThrownBy(() -> provider.open(Configuration.empty()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("option 'model' is missing")
            .hasMessageContaining("dreyfus evaluate --classifier " + provider.descriptor().id());
      }
    }
  }

  /** On matched pairs, statistics of the network tell nothing of the rights. */
  @Test
  @Tag("slow")
  void pairsOfTheDefaultCorpusAreNotToldApart() throws IOException {
    Corpus corpus = Corpus.open(DEFAULT);
    for (Run.Result result : run(corpus, 2, "trained", "trained-nearest", "trained-ports")) {
      Discrimination pairs = score(result).pairs();
      assertThat(pairs.clusters()).isGreaterThan(100);
      assertThat(pairs.p()).as(result.subject().id()).isGreaterThan(0.05);
      assertThat(pairs.difference()).as(result.subject().id()).isBetween(-0.2, 0.2);
      assertThat(RunEvidence.of(result.evidence()).observations())
          .anyMatch(o -> o.action() == Observation.Action.BLOCK);
    }
  }
}
