package org.dreyfus.training.classifier;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Opens classifiers with the model that the configuration holds, read once. */
abstract sealed class ModelProvider implements ClassifierProvider
    permits TrainedProvider, TrainedNearestProvider, TrainedPortsProvider {

  private final String id;
  private final String name;
  private final String description;
  private final View view;
  private final Map<String, Model> models = new ConcurrentHashMap<>();

  ModelProvider(String id, String name, String description, View view) {
    this.id = id;
    this.name = name;
    this.description = description;
    this.view = view;
  }

  @Override
  public final ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(id, name, "1", "Dreyfus", description, Set.of(), false);
  }

  @Override
  public final Classifier open(Configuration configuration) {
    String text = configuration.option(Model.OPTION, "");
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "option '%s' is missing: it learns from a labelled corpus, with: dreyfus evaluate --classifier %s"
              .formatted(Model.OPTION, id));
    }
    return new TrainedClassifier(view, models.computeIfAbsent(text, this::parse));
  }

  private Model parse(String text) {
    Model model = Model.parse(text);
    if (model.width() != view.width()) {
      throw new IllegalArgumentException(
          "option '%s': it looks at %d numbers of a flow, classifier '%s' has %d; train it anew"
              .formatted(Model.OPTION, model.width(), id, view.width()));
    }
    return model;
  }
}
