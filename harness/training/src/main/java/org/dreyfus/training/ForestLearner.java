package org.dreyfus.training;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.dreyfus.training.classifier.Forest;
import org.dreyfus.training.classifier.Model;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A random forest, grown by Tribuo on one thread and taken out of it. */
final class ForestLearner implements Learner {

  /** Of all drawing: samples of a tree, numbers that a split may ask about. */
  static final long SEED = 2007;

  /** Odd, so that no vote is tied. */
  private static final int TREES = 31;

  private static final int DEPTH = 12;
  private static final float LEAST_IN_A_LEAF = 3;
  private static final String BLOCK = "block";
  private static final String PASS = "pass";

  /** Tribuo tells of every tree; kept here, since loggers are collected. */
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  static {
    LOGGER.setLevel(Level.WARNING);
  }

  @Override
  public Model learn(List<Sample> samples) {
    return taken(grown(samples), samples.get(0).values().length);
  }

  /** The forest as Tribuo has it. */
  static WeightedEnsembleModel<Label> grown(List<Sample> samples) {
    LabelFactory factory = new LabelFactory();
    OffsetDateTime noTime = OffsetDateTime.of(2007, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("flows", noTime, factory), factory);
    samples.forEach(sample -> dataset.add(example(sample)));
    float share = (float) (1 / Math.sqrt(samples.get(0).values().length));
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(
            DEPTH, LEAST_IN_A_LEAF, 0, share, false, new GiniIndex(), SEED);
    return (WeightedEnsembleModel<Label>)
        new RandomForestTrainer<>(tree, new VotingCombiner(), TREES, SEED).train(dataset);
  }

  static ArrayExample<Label> example(Sample sample) {
    double[] values = sample.values();
    String[] names =
        IntStream.range(0, values.length).mapToObj(ForestLearner::name).toArray(String[]::new);
    return new ArrayExample<>(new Label(sample.infringing() ? BLOCK : PASS), names, values);
  }

  /** The names sort as the places do. */
  private static String name(int place) {
    return "%04d".formatted(place);
  }

  private static Forest taken(WeightedEnsembleModel<Label> grown, int width) {
    List<Forest.Tree> trees =
        grown.getModels().stream()
            .map(model -> taken(((TreeModel<Label>) model).getRoot(), model.getFeatureIDMap()))
            .toList();
    return new Forest(width, trees);
  }

  private static Forest.Tree taken(Node<Label> node, ImmutableFeatureMap places) {
    if (node instanceof SplitNode<Label> split) {
      return new Forest.Split(
          Integer.parseInt(places.get(split.getFeatureID()).getName()),
          split.splitValue(),
          taken(split.getLessThanOrEqual(), places),
          taken(split.getGreaterThan(), places));
    }
    return new Forest.Leaf(((LeafNode<Label>) node).getOutput().getLabel().equals(BLOCK));
  }

  @Override
  public String description() {
    return "random forest (Tribuo): %d trees, at most %d deep, at least %.0f flows a leaf, seed %d"
        .formatted(TREES, DEPTH, LEAST_IN_A_LEAF, SEED);
  }
}
