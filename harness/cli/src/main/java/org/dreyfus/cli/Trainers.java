package org.dreyfus.cli;

import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Trainer;
import org.dreyfus.engine.Training;

/** The trainers on the class path, at work on one corpus. */
final class Trainers {

  private final Corpus corpus;

  Trainers(Corpus corpus) {
    this.corpus = corpus;
  }

  /** Whether a classifier must have learnt before it can be used. */
  static boolean isTrained(ClassifierProvider provider) {
    String id = provider.descriptor().id();
    return ServiceLoader.load(Trainer.class).stream()
        .anyMatch(trainer -> trainer.get().classifier().equals(id));
  }

  /** Nothing to add for a classifier that does not learn. */
  Training train(ClassifierProvider provider) throws IOException {
    for (Trainer trainer : ServiceLoader.load(Trainer.class)) {
      if (trainer.classifier().equals(provider.descriptor().id())) {
        return trainer.train(corpus);
      }
    }
    return new Training.Done(Map.of(), Map.of());
  }
}
