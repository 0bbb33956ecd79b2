package org.dreyfus.tck.trial;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Failure;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.StreamAnswers;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.external.program.ProgramLauncher;

/**
 * What answers over streams.
 *
 * @param plugin with its own limits, which are held to
 */
public record StreamSubject(StreamPlugin plugin) implements Subject {

  @Override
  public ClassifierDescriptor descriptor() {
    return plugin.descriptor();
  }

  @Override
  public Way way() {
    boolean lockstep = plugin.timing() == Timing.LOCKSTEP;
    return new Way(
        true,
        lockstep,
        isIsolated(),
        (lockstep ? "lock-step; " : "stream; ") + plugin.launcher().isolation());
  }

  private boolean isIsolated() {
    return !(plugin.launcher() instanceof ProgramLauncher program
        && program.isolatedBy() instanceof Isolation.None);
  }

  @Override
  public Trial show(CaptureSource capture, Configuration configuration)
      throws LaunchException, IOException, InterruptedException {
    StreamAnswers answers = plugin.classify(capture, FrameRewriter.none(), configuration);
    Map<Long, Verdict> decided = new HashMap<>();
    Map<Long, Double> scores = new HashMap<>();
    answers
        .byFlow()
        .forEach(
            (flow, answer) -> {
              if (answer.verdict().isFinal()) {
                decided.put(flow, answer.verdict());
              }
              answer.score().ifPresent(score -> scores.put(flow, score));
            });
    return new Trial(
        decided,
        scores,
        answers.accused().size(),
        answers.conduct().breaches(),
        answers.conduct().examples(),
        answers.failure().map(Failure::cause));
  }
}
