package org.dreyfus.training.classifier;

/** The simplest learner on the same statistics, to hold the forest against. */
public final class TrainedNearestProvider extends ModelProvider {

  /** Of the classifier. */
  public static final String ID = "trained-nearest";

  public TrainedNearestProvider() {
    super(
        ID,
        "Trained: nearest neighbour",
        "A control: does what was right for the one known flow whose first ten packets "
            + "look most alike. It learnt from other clusters and other works of the same "
            + "corpus.",
        View.STATISTICS);
  }
}
