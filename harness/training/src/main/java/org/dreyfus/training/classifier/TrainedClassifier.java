package org.dreyfus.training.classifier;

import java.util.OptionalDouble;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * Blocks the flows that its model says to block: at the packet that completes what it looks at, or,
 * when the flow ends before, too late.
 */
final class TrainedClassifier implements Classifier {

  private static final Verdict BLOCKED =
      new Verdict.Blocked(Verdict.UNKNOWN_PROTOCOL, "looks like flows of unlicensed works");
  private static final Verdict ALLOWED = new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);

  private final View view;
  private final Model model;

  TrainedClassifier(View view, Model model) {
    this.view = view;
    this.model = model;
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    View.Look look = flow.attachment(view::look);
    look.add(flow, packet);
    return look.isWhole() ? verdict(look) : Verdict.undecided();
  }

  @Override
  public Verdict conclude(Flow flow) {
    return flow.verdict().isFinal() ? flow.verdict() : verdict(flow.attachment(view::look));
  }

  @Override
  public OptionalDouble score(Flow flow) {
    return OptionalDouble.of(model.score(flow.attachment(view::look).values()));
  }

  private Verdict verdict(View.Look look) {
    return model.blocks(look.values()) ? BLOCKED : ALLOWED;
  }
}
