package org.dreyfus.training;

import java.util.List;
import org.dreyfus.training.classifier.Model;

/** Makes a model from samples. The same samples give the same model on every machine. */
interface Learner {

  /**
   * @param samples of both kinds
   */
  Model learn(List<Sample> samples);

  /** What it is, in one line for readers. */
  String description();
}
