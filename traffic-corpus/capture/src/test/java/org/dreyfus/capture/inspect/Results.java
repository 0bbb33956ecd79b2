package org.dreyfus.capture.inspect;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Classifier;

/** Collects what a pass tells. */
final class Results implements InspectionListener {

  final Map<Long, FlowRecord> flows = new TreeMap<>();
  final Map<Long, List<Answer>> answers = new TreeMap<>();
  final List<String> accusations = new ArrayList<>();
  final List<String> crashes = new ArrayList<>();

  PassSummary run(CaptureSource source, Classifier... classifiers) {
    return new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(classifiers), this)
        .run(source);
  }

  @Override
  public void flowEnded(FlowRecord flow, List<Answer> given) {
    if (flows.put(flow.flow(), flow) != null) {
      throw new AssertionError("flow " + flow.flow() + " ended twice");
    }
    answers.put(flow.flow(), given);
  }

  @Override
  public void accused(int classifier, InetAddress host, String reason) {
    accusations.add(classifier + " " + host.getHostAddress() + " " + reason);
  }

  @Override
  public void crashed(int classifier, String cause) {
    crashes.add(classifier + " " + cause);
  }

  FlowRecord flow(long number) {
    return Objects.requireNonNull(flows.get(number), () -> "no flow " + number);
  }

  List<Answer> answers(long flow) {
    return Objects.requireNonNull(answers.get(flow), () -> "no answers for flow " + flow);
  }

  Answer answer(long flow, int classifier) {
    return answers(flow).get(classifier);
  }
}
