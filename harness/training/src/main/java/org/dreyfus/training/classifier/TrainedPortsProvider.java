package org.dreyfus.training.classifier;

/** The same learner with port numbers only, to hold the statistics against. */
public final class TrainedPortsProvider extends ModelProvider {

  /** Of the classifier. */
  public static final String ID = "trained-ports";

  public TrainedPortsProvider() {
    super(
        ID,
        "Trained on port numbers",
        "A control: the forest of 'trained', shown nothing but the two port numbers of "
            + "a flow. It learnt from other clusters and other works of the same corpus.",
        View.PORTS);
  }
}
