package org.dreyfus.worker;

import java.util.OptionalDouble;
import org.dreyfus.classifier.AccusationSink;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Writes a line for every verdict that is the last on its flow. */
final class Reporting implements Classifier {

  private final Classifier classifier;
  private final LineWriter lines;

  Reporting(Classifier classifier, LineWriter lines) {
    this.classifier = classifier;
    this.lines = lines;
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    Verdict verdict = classifier.inspect(flow, packet);
    if (verdict != null && verdict.isFinal()) {
      lines.decision(flow.id(), verdict);
    }
    return verdict;
  }

  @Override
  public Verdict conclude(Flow flow) {
    Verdict before = flow.verdict();
    Verdict last = classifier.conclude(flow);
    if (last != null && !before.isFinal() && !(last instanceof Verdict.Undecided)) {
      lines.decision(flow.id(), last);
    }
    return last;
  }

  @Override
  public OptionalDouble score(Flow flow) {
    OptionalDouble score = classifier.score(flow);
    score.ifPresent(value -> lines.score(flow.id(), value));
    return score;
  }

  @Override
  public void finish(AccusationSink accusations) {
    classifier.finish(accusations);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
