package org.dreyfus.training.classifier;

/** What statistics of the network can tell of the rights in a work. */
public final class TrainedProvider extends ModelProvider {

  /** Of the classifier. */
  public static final String ID = "trained";

  public TrainedProvider() {
    super(
        ID,
        "Trained on flow statistics",
        "A random forest over lengths, directions, gaps and entropy of the first ten "
            + "packets with payload; blocks flows that look like those of unlicensed works. "
            + "It learnt from other clusters and other works of the same corpus.",
        View.STATISTICS);
  }
}
