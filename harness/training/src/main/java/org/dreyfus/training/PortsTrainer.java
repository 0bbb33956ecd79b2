package org.dreyfus.training;

import org.dreyfus.training.classifier.TrainedPortsProvider;
import org.dreyfus.training.classifier.View;

/** Trains a forest on port numbers. */
public final class PortsTrainer extends FoldTrainer {

  public PortsTrainer() {
    super(
        TrainedPortsProvider.ID,
        View.PORTS,
        "the port numbers of initiator and responder, nothing else",
        new ForestLearner());
  }
}
