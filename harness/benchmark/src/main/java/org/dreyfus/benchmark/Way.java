package org.dreyfus.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.StreamAnswers;
import org.dreyfus.external.StreamPlugin;

/** One way to run a classifier over a capture. */
interface Way {

  /** For people. */
  String name();

  /**
   * Runs it once, from its start to its end.
   *
   * @return how many flows it answered
   * @throws IllegalStateException when it failed
   */
  long run(Path capture) throws Exception;

  /** In this process. */
  record InProcess(ClassifierProvider provider) implements Way {
    @Override
    public String name() {
      return "in process";
    }

    @Override
    public long run(Path capture) {
      long[] answered = new long[1];
      try (Classifier classifier = provider.open(Configuration.empty())) {
        new InspectionPass(
                FlowRules.DREYFUS,
                FrameRewriter.none(),
                List.of(classifier),
                (flow, answers) -> answered[0] += answers.get(0).verdict().isFinal() ? 1 : 0)
            .run(CaptureSource.file(capture));
      }
      return answered[0];
    }
  }

  /** Over the stream contract. */
  record Streamed(String name, StreamPlugin plugin) implements Way {
    @Override
    public long run(Path capture) throws Exception {
      StreamAnswers answers =
          plugin.classify(CaptureSource.file(capture), FrameRewriter.none(), Configuration.empty());
      answers
          .failure()
          .ifPresent(
              failure -> {
                throw new IllegalStateException(name + ": " + failure);
              });
      return answers.byFlow().values().stream()
          .filter(answer -> answer.verdict().isFinal())
          .count();
    }
  }
}
