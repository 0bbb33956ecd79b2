package org.dreyfus.training;

import org.dreyfus.training.classifier.TrainedProvider;
import org.dreyfus.training.classifier.View;

/** Trains a forest on flow statistics. */
public final class StatisticsTrainer extends FoldTrainer {

  public StatisticsTrainer() {
    super(
        TrainedProvider.ID,
        View.STATISTICS,
        "payload lengths and directions, gaps and entropy of the first 10 packets with "
            + "payload, packets and bytes so far, transport; no address, no port",
        new ForestLearner());
  }
}
