package org.dreyfus.training;

import org.dreyfus.training.classifier.TrainedNearestProvider;
import org.dreyfus.training.classifier.View;

/** Trains the nearest neighbour on flow statistics. */
public final class NearestTrainer extends FoldTrainer {

  public NearestTrainer() {
    super(
        TrainedNearestProvider.ID,
        View.STATISTICS,
        "payload lengths and directions, gaps and entropy of the first 10 packets with "
            + "payload, packets and bytes so far, transport; no address, no port",
        new NearestLearner());
  }
}
