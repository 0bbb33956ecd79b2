package org.dreyfus.capture.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dreyfus.classifier.AccusationSink;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** A classifier that does what it is told and keeps a log of its calls. */
final class Scripted implements Classifier {

  final List<String> calls = new ArrayList<>();
  private final BiFunction<Flow, Packet, Verdict> inspect;
  private Function<Flow, Verdict> conclude = Flow::verdict;
  private Function<Flow, OptionalDouble> score = flow -> OptionalDouble.empty();
  private Consumer<AccusationSink> finish = sink -> {};

  Scripted(BiFunction<Flow, Packet, Verdict> inspect) {
    this.inspect = inspect;
  }

  static Scripted undecided() {
    return new Scripted((flow, packet) -> Verdict.undecided());
  }

  static Scripted atPacket(long packet, Verdict verdict) {
    return new Scripted((flow, seen) -> flow.packets() >= packet ? verdict : Verdict.undecided());
  }

  Scripted concluding(Function<Flow, Verdict> with) {
    conclude = with;
    return this;
  }

  Scripted scoring(Function<Flow, OptionalDouble> with) {
    score = with;
    return this;
  }

  Scripted finishing(Consumer<AccusationSink> with) {
    finish = with;
    return this;
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    calls.add("inspect " + flow.id() + " " + packet.number());
    return inspect.apply(flow, packet);
  }

  @Override
  public Verdict conclude(Flow flow) {
    calls.add("conclude " + flow.id());
    return conclude.apply(flow);
  }

  @Override
  public OptionalDouble score(Flow flow) {
    return score.apply(flow);
  }

  @Override
  public void finish(AccusationSink accusations) {
    calls.add("finish");
    finish.accept(accusations);
  }

  @Override
  public void close() {
    throw new AssertionError("closing is the caller's");
  }
}
