package org.dreyfus.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.Configuration;

/**
 * A classifier that answers over the stream contract. A fresh plugin is started for every capture;
 * used by several threads.
 *
 * @param descriptor what it is
 * @param digest SHA-256 of what is run, lower-case hex
 * @param launcher starts it
 * @param timing how packets are handed over
 * @param limits for one capture
 */
public record StreamPlugin(
    ClassifierDescriptor descriptor,
    String digest,
    Launcher launcher,
    Timing timing,
    Limits limits) {

  /** Tells the plugin how packets are handed over: {@code stream} or {@code lockstep}. */
  public static final String TIMING_VARIABLE = "DREYFUS_TIMING";

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "plugin-clock");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Runs the plugin over one capture.
   *
   * @param rewriter changes the frames before they are delivered
   * @throws LaunchException when it cannot be started
   * @throws CaptureException when the capture is damaged
   * @throws IOException when its configuration cannot be written
   * @throws InterruptedException when this thread is interrupted; the plugin is ended
   */
  public StreamAnswers classify(
      CaptureSource capture, FrameRewriter rewriter, Configuration configuration)
      throws LaunchException, IOException, InterruptedException {
    Path file = Files.createTempFile("dreyfus-", ".json");
    try {
      ConfigurationFile.write(configuration, file);
      try (Launched launched = launcher.start(start(file))) {
        return new Conversation(launched, timing, new Pace(launched, limits.time(), CLOCK))
            .hold(capture, rewriter);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Starts the plugin for traffic that is only just arriving. The limit on its time does not hold.
   *
   * @throws LaunchException when it cannot be started
   * @throws IOException when its configuration cannot be written
   */
  public LivePlugin live(Configuration configuration) throws LaunchException, IOException {
    Path file = Files.createTempFile("dreyfus-", ".json");
    try {
      ConfigurationFile.write(configuration, file);
      return new LivePlugin(launcher.start(start(file)), timing, file);
    } catch (LaunchException | IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Start start(Path configuration) {
    return new Start(
        configuration, Map.of(TIMING_VARIABLE, timing.name().toLowerCase(Locale.ROOT)), limits);
  }
}
