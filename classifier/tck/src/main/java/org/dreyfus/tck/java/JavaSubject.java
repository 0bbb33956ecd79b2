package org.dreyfus.tck.java;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.Breach;
import org.dreyfus.external.LaunchException;
import org.dreyfus.tck.trial.Subject;
import org.dreyfus.tck.trial.Trial;

/**
 * A Java classifier in this process.
 *
 * @param descriptor asked for once
 * @param time for one capture
 */
public record JavaSubject(
    ClassifierProvider provider, ClassifierDescriptor descriptor, Duration time)
    implements Subject {

  /** Asks the provider what it is. */
  public static JavaSubject of(ClassifierProvider provider, Duration time) {
    return new JavaSubject(provider, provider.descriptor(), time);
  }

  @Override
  public Way way() {
    return new Way(false, true, false, "in this process");
  }

  /**
   * Tries whether it can be opened with a configuration.
   *
   * @throws LaunchException when it says that it cannot be used with that
   */
  public static void open(ClassifierProvider provider, Configuration configuration)
      throws LaunchException {
    try {
      provider.open(configuration).close();
    } catch (IllegalArgumentException e) {
      throw LaunchException.plugin(
          "classifier '%s' cannot be opened: %s"
              .formatted(provider.descriptor().id(), e.getMessage()),
          e);
    } catch (RuntimeException | LinkageError e) {
      // The first trial comes to the same end, and says so.
    }
  }

  @Override
  public Trial show(CaptureSource capture, Configuration configuration)
      throws IOException, InterruptedException {
    return show(capture, configuration, Manner.asTheHarness());
  }

  /** The same in another manner. */
  public Trial show(CaptureSource capture, Configuration configuration, Manner manner)
      throws IOException, InterruptedException {
    try {
      return TimeLimit.run(time, () -> run(capture, configuration, manner))
          .orElseGet(() -> failed(Breach.OUT_OF_TIME, "took more than " + time.toSeconds() + " s"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException damaged) {
        throw damaged;
      }
      throw new IllegalStateException(e);
    }
  }

  private Trial run(CaptureSource capture, Configuration configuration, Manner manner)
      throws IOException {
    Classifier classifier;
    try {
      classifier = provider.open(configuration);
    } catch (RuntimeException | LinkageError e) {
      return failed(Breach.FAILED, Thrown.words("open", e));
    }
    Trial seen;
    try (Bench bench = new Bench(classifier, capture, manner)) {
      while (bench.step()) {
        // Each step shows one frame.
      }
      bench.finish();
      seen = bench.seen();
    }
    try {
      classifier.close();
    } catch (RuntimeException | LinkageError e) {
      return seen.failure().isPresent() ? seen : failed(Breach.FAILED, Thrown.words("close", e));
    }
    return seen;
  }

  private static Trial failed(Breach breach, String cause) {
    return new Trial(
        Map.of(), Map.of(), 0, Map.of(breach, 1L), Map.of(breach, cause), Optional.of(cause));
  }
}
