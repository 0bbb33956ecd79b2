package org.dreyfus.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.bundle.Digests;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Trainer;
import org.dreyfus.engine.Training;
import org.dreyfus.training.classifier.Model;
import org.dreyfus.training.classifier.View;

/** Learns once for each fold, from the sessions of the others. */
abstract sealed class FoldTrainer implements Trainer
    permits StatisticsTrainer, NearestTrainer, PortsTrainer {

  private final String classifier;
  private final View view;
  private final String features;
  private final Learner learner;

  FoldTrainer(String classifier, View view, String features, Learner learner) {
    this.classifier = classifier;
    this.view = view;
    this.features = features;
    this.learner = learner;
  }

  @Override
  public final String classifier() {
    return classifier;
  }

  @Override
  public final Training train(Corpus corpus) throws IOException {
    List<LabelledSession> sessions = LabelledSession.all(corpus);
    Folds folds = Folds.of(sessions);
    if (folds.count() < 2) {
      return new Training.Impossible(
          "all its sessions share a cluster or a work, so none can be left out; it needs two groups");
    }
    SampleReader reader = new SampleReader(corpus, view);
    Map<String, List<Sample>> samples = new TreeMap<>();
    for (LabelledSession session : sessions) {
      samples.put(session.session().id(), reader.read(session));
    }
    List<List<Sample>> others = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      List<Sample> left = others(fold, folds, samples);
      if (left.stream().map(Sample::infringing).distinct().count() < 2) {
        return new Training.Impossible(
            "without fold %d of %d it holds no lawful or no unlicensed works to learn from"
                .formatted(fold + 1, folds.count()));
      }
      others.add(left);
    }
    return done(folds, samples, models(others));
  }

  /** Learnt side by side; the order is that of the folds. */
  private List<String> models(List<List<Sample>> folds) {
    return folds.parallelStream().map(samples -> learner.learn(samples).text()).toList();
  }

  private static List<Sample> others(int fold, Folds folds, Map<String, List<Sample>> samples) {
    List<Sample> others = new ArrayList<>();
    samples.forEach(
        (session, own) -> {
          if (folds.fold(session) != fold) {
            others.addAll(own);
          }
        });
    return others;
  }

  private Training.Done done(Folds folds, Map<String, List<Sample>> samples, List<String> models) {
    List<Map<String, String>> options =
        models.stream().map(model -> Map.of(Model.OPTION, model)).toList();
    Map<String, Map<String, String>> bySession = new HashMap<>();
    samples.keySet().forEach(id -> bySession.put(id, options.get(folds.fold(id))));
    Map<String, String> facts = new TreeMap<>();
    facts.put("training.learner", learner.description());
    facts.put("training.features", features);
    facts.put("training.target", "whether the session of a flow moves unlicensed works");
    facts.put(
        "training.samples",
        "%d flows of %d sessions, at most %d a session"
            .formatted(
                samples.values().stream().mapToInt(List::size).sum(),
                samples.values().stream().filter(own -> !own.isEmpty()).count(),
                LabelledSession.MOST_FLOWS));
    facts.put(
        "training.folds",
        "%d; clusters, pairs and works whole; each session met the model learnt without its fold"
            .formatted(folds.count()));
    facts.put("training.models", "SHA-256 " + Digests.sha256(String.join("\n", models)));
    return new Training.Done(facts, bySession);
  }
}
