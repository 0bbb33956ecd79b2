package org.dreyfus.tck;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.tck.check.Check;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;
import org.dreyfus.tck.check.Evidence;
import org.dreyfus.tck.check.JavaChecks;
import org.dreyfus.tck.check.StreamChecks;
import org.dreyfus.tck.java.JavaSubject;
import org.dreyfus.tck.traffic.Register;
import org.dreyfus.tck.traffic.Traffic;
import org.dreyfus.tck.trial.StreamSubject;
import org.dreyfus.tck.trial.Subject;
import org.dreyfus.tck.trial.Trials;

/**
 * Holds plugins to the rules.
 *
 * @param seed of the captures
 * @param flows how many "very many" are, at least 1
 * @param options handed to the plugin
 * @param time for one capture in this process; plugins apart have their own limits
 */
public record Kit(long seed, int flows, Map<String, String> options, Duration time) {

  /** What the rules speak of: as many flows at once must be borne. */
  public static final int VERY_MANY_FLOWS = 100_000;

  public Kit {
    options = Map.copyOf(options);
  }

  /** Seed 1, {@value #VERY_MANY_FLOWS} flows, no options, a minute. */
  public static Kit standard() {
    return new Kit(1, VERY_MANY_FLOWS, Map.of(), Duration.ofMinutes(1));
  }

  public Kit withOptions(Map<String, String> others) {
    return new Kit(seed, flows, others, time);
  }

  public Kit withFlows(int many) {
    return new Kit(seed, many, options, time);
  }

  public Kit withTime(Duration limit) {
    return new Kit(seed, flows, options, limit);
  }

  /**
   * Checks what answers over streams.
   *
   * @param progress told what is being shown
   * @throws LaunchException when it cannot be started
   * @throws IOException when something of the kit's own fails
   */
  public Report check(StreamPlugin plugin, Trials.Progress progress)
      throws LaunchException, IOException, InterruptedException {
    StreamSubject subject = new StreamSubject(plugin);
    Traffic traffic = new Traffic(seed, flows);
    return report(subject, Trials.of(subject, traffic, options, progress), StreamChecks.all());
  }

  /**
   * Checks a Java classifier in this process, which it must be trusted with.
   *
   * @param progress told what is being shown
   * @throws LaunchException when it cannot be opened with these options
   * @throws IOException when something of the kit's own fails
   */
  public Report check(ClassifierProvider provider, Trials.Progress progress)
      throws LaunchException, IOException, InterruptedException {
    tryToOpen(provider);
    Traffic traffic = new Traffic(seed, flows);
    JavaSubject subject = JavaSubject.of(provider, time);
    Configuration configuration =
        traffic.register().configuration(options, subject.descriptor().feeds());
    return report(
        subject,
        Trials.of(subject, traffic, options, progress),
        new JavaChecks(subject, traffic, configuration).all());
  }

  /**
   * Opens a Java classifier in this process, as for an ordinary capture, and closes it.
   *
   * @throws LaunchException when it says that it cannot be used with these options
   */
  public void tryToOpen(ClassifierProvider provider) throws LaunchException {
    Register register = new Traffic(seed, flows).register();
    JavaSubject.open(provider, register.configuration(options, provider.descriptor().feeds()));
  }

  private Report report(Subject subject, Trials trials, List<Check> checks)
      throws IOException, InterruptedException {
    Evidence evidence = new Evidence(trials);
    List<CheckResult> results = new ArrayList<>();
    for (Check check : checks) {
      results.add(check.run(evidence));
    }
    return new Report(
        Report.SCHEMA_VERSION,
        subject.descriptor().id(),
        subject.descriptor().version(),
        subject.way().words(),
        seed,
        results.stream().noneMatch(result -> result.outcome() == Outcome.FAILED),
        results);
  }
}
