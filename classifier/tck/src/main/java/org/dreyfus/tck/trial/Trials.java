package org.dreyfus.tck.trial;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.LaunchException;
import org.dreyfus.tck.traffic.MadeCapture;
import org.dreyfus.tck.traffic.Register;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.tck.traffic.Traffic;

/** All trials of one plugin. */
public final class Trials {

  /** Who had to be ended twice would be ended every time. */
  private static final int MOST_WAITED_FOR = 2;

  private final Subject subject;
  private final Map<Sample, Trial> trials = new EnumMap<>(Sample.class);
  private final Map<Sample, MadeCapture> captures = new EnumMap<>(Sample.class);

  private Trials(Subject subject) {
    this.subject = subject;
  }

  /**
   * Shows the captures one after another. Stops after the first when that does not go well, and
   * after the second that had to be ended: nothing would be learnt from more.
   *
   * @param options handed to the plugin
   * @param progress told before each capture
   * @throws LaunchException when the plugin cannot be started
   * @throws IOException when something of the kit's own fails
   */
  public static Trials of(
      Subject subject, Traffic traffic, Map<String, String> options, Progress progress)
      throws LaunchException, IOException, InterruptedException {
    Trials trials = new Trials(subject);
    int waitedFor = 0;
    for (Sample sample : Sample.values()) {
      Optional<Configuration> configuration = configuration(subject, traffic, options, sample);
      if (configuration.isEmpty()) {
        continue;
      }
      progress.showing(sample);
      MadeCapture capture = traffic.capture(sample);
      boolean slowly = sample == Sample.LARGE && subject.way().speaksLines();
      CaptureSource source = slowly ? new SlowSource(capture.source()) : capture.source();
      Trial trial = subject.show(source, configuration.get());
      trials.captures.put(sample, capture);
      trials.trials.put(sample, trial);
      waitedFor += trial.wasWaitedFor() ? 1 : 0;
      boolean hopeless = sample == Sample.ORDINARY && trial.failure().isPresent();
      if (hopeless || waitedFor >= MOST_WAITED_FOR) {
        break;
      }
    }
    return trials;
  }

  /** Empty when the plugin asks for no feed, and the sample would be the ordinary one. */
  private static Optional<Configuration> configuration(
      Subject subject, Traffic traffic, Map<String, String> options, Sample sample) {
    Set<Feed> feeds = subject.descriptor().feeds();
    return switch (sample) {
      case NO_FEED ->
          feeds.isEmpty()
              ? Optional.empty()
              : Optional.of(traffic.register().configuration(options, Set.of()));
      case EMPTY_FEEDS ->
          feeds.isEmpty() ? Optional.empty() : Optional.of(Register.emptyFeeds(options, feeds));
      default -> Optional.of(traffic.register().configuration(options, feeds));
    };
  }

  /** Told what is being shown. */
  @FunctionalInterface
  public interface Progress {
    void showing(Sample sample);
  }

  public Subject subject() {
    return subject;
  }

  /** Empty when it was not shown. */
  public Optional<Trial> trial(Sample sample) {
    return Optional.ofNullable(trials.get(sample));
  }

  /** All that were shown, in order. */
  public Map<Sample, Trial> all() {
    return new EnumMap<>(trials);
  }

  /** The number that the ordinary frame of that number has in another sample. */
  public long numberIn(Sample sample, long ordinaryFrame) {
    MadeCapture capture = captures.get(sample);
    if (capture == null) {
      throw new IllegalArgumentException(sample + " was not shown");
    }
    return capture.numberOf(ordinaryFrame);
  }
}
