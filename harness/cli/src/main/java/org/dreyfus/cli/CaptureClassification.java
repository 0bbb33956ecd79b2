package org.dreyfus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Damage;
import org.dreyfus.capture.inspect.EndedFlow;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassListener;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.capture.inspect.ShardedPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Runs one classifier over captures, opened afresh for each. Safe for many threads. */
final class CaptureClassification {

  /**
   * What there is to tell of a capture besides its flows.
   *
   * @param damage one line, when it could not be read to its end
   * @param crash one line, when the classifier gave no answer on some flow
   */
  record Result(Optional<String> damage, Optional<String> crash) {}

  private final ClassifierProvider provider;
  private final Configuration configuration;
  private final FlowRules rules;
  private final int shards;

  /**
   * @param shards among which the flows of a capture are divided, 1 for none
   */
  CaptureClassification(
      ClassifierProvider provider, Configuration configuration, FlowRules rules, int shards) {
    this.provider = provider;
    this.configuration = configuration;
    this.rules = rules;
    this.shards = shards;
  }

  Result run(CaptureSource capture, FlowPrinter.Flows flows) throws InterruptedException {
    Watch watch = new Watch(flows);
    PassSummary summary;
    try (Opened opened = new Opened()) {
      for (int i = 0; i < shards; i++) {
        opened.classifiers.add(open());
      }
      summary =
          shards == 1
              ? new InspectionPass(rules, FrameRewriter.none(), opened.classifiers, watch)
                  .run(capture)
              : new ShardedPass(rules, opened.classifiers, watch).run(capture);
    }
    flows.close();
    return new Result(summary.damage().map(Damage::message), watch.crash);
  }

  private Classifier open() {
    try {
      return provider.open(configuration);
    } catch (IllegalArgumentException e) {
      throw failure("cannot start: " + e.getMessage(), e);
    } catch (RuntimeException | LinkageError e) {
      throw failure("failed: " + e, e);
    }
  }

  private CommandFailure failure(String what, Throwable cause) {
    return new CommandFailure(
        ExitCode.PLUGIN_FAILED,
        "classifier '%s' %s".formatted(provider.descriptor().id(), what),
        cause);
  }

  /** Classifiers that are closed together. */
  private final class Opened implements AutoCloseable {
    private final List<Classifier> classifiers = new ArrayList<>();

    @Override
    public void close() {
      Optional<CommandFailure> failed = Optional.empty();
      for (Classifier each : classifiers) {
        try {
          each.close();
        } catch (Exception e) {
          failed = Optional.of(failure("failed: " + e, e));
        }
      }
      if (failed.isPresent()) {
        throw failed.get();
      }
    }
  }

  /** Hands flows on and keeps the first crash. */
  private static final class Watch implements PassListener {
    private final FlowPrinter.Flows flows;
    private Optional<String> crash = Optional.empty();

    Watch(FlowPrinter.Flows flows) {
      this.flows = flows;
    }

    @Override
    public void ended(EndedFlow flow) {
      if (crash.isEmpty()) {
        crash = flow.crash(0);
      }
      flows.ended(flow);
    }
  }
}
