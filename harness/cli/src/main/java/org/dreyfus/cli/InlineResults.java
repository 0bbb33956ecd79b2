package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.bundle.Criteria;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Subject;
import org.dreyfus.inline.Agreement;
import org.dreyfus.inline.lab.DeviceFacts;
import org.dreyfus.inline.replay.Plan;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;

/**
 * Writes what was measured on the wire: one bundle a device; for a device with a classifier of
 * ours, how that classifier does offline.
 */
final class InlineResults {

  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final Path target;
  private final Corpus corpus;
  private final Yardsticks yardsticks;
  private final Plan plan;
  private final Output output;
  private final Results results;
  private final List<Entrant> entrants = new ArrayList<>();
  private final Map<String, Agreement> agreements = new TreeMap<>();

  InlineResults(Path target, Corpus corpus, Yardsticks yardsticks, Plan plan, Output output)
      throws IOException {
    this.target = target;
    this.corpus = corpus;
    this.yardsticks = yardsticks;
    this.plan = plan;
    this.output = output;
    this.results = new Results(target, corpus, yardsticks, plan.seed(), true, Map.of());
  }

  void add(MeasuredDevice device, RunEvidence evidence) throws IOException {
    DeviceFacts facts = device.facts();
    entrants.add(
        new Entrant(
            facts.id(),
            new ClassifierFacts(
                facts.id(),
                facts.name(),
                facts.version(),
                facts.vendor(),
                facts.description(),
                facts.reconstruction(),
                Set.of()),
            evidence,
            new Criteria(List.of(), yardsticks.claimsForDevice(facts.reconstruction())),
            facts.toString(),
            options(),
            DecisionPoint.WIRE,
            Map.of("isolation", "a device on the wire: sees packets and nothing else"),
            reproduce(device)));
    if (device.inside().isPresent()) {
      MeasuredDevice.Inside inside = device.inside().get();
      agreements.put(facts.id(), Agreement.of(offline(inside), inside.policy(), evidence));
    }
  }

  private Map<String, String> options() {
    return Map.of(
        "replays", Integer.toString(plan.replays()),
        "sessionsAtOnce", Integer.toString(plan.sessionsAtOnce()),
        "gapCapMillis", Long.toString(plan.gapCap().toMillis()),
        "resetBetweenSessions", Boolean.toString(plan.resetBetweenSessions()));
  }

  private String reproduce(MeasuredDevice device) {
    return "./dreyfus inline %s --corpus %s --seed %d --replays %d --sessions-at-once %d%s"
        .formatted(
            device.spelling(),
            corpus.manifest().id(),
            plan.seed(),
            plan.replays(),
            plan.sessionsAtOnce(),
            plan.resetBetweenSessions() ? " --reset-between-sessions" : "");
  }

  /** The classifier on recorded captures, told as little as the box. */
  private RunEvidence offline(MeasuredDevice.Inside inside) throws IOException {
    Subject subject = new Subject(new Execution.InProcess(inside.classifier()), Map.of(), Set.of());
    Evaluation evaluation =
        new Evaluation(
            corpus,
            List.of(subject),
            plan.seed(),
            Runtime.getRuntime().availableProcessors(),
            true,
            false,
            TIME_LIMIT,
            target.toAbsolutePath().resolveSibling(".journal"));
    Run run = new Run(evaluation, (done, all) -> {});
    RunEvidence evidence = RunEvidence.of(run.execute().get(0).evidence());
    run.forget();
    return evidence;
  }

  List<Scorecard> write(Optional<PrivateKey> key) throws IOException {
    List<Scorecard> scorecards = results.writeAll(entrants, key);
    if (!agreements.isEmpty()) {
      Files.writeString(target.resolve("agreement.json"), ResultJson.json().pretty(agreements));
    }
    return scorecards;
  }

  void print(List<Scorecard> scorecards) {
    switch (output.format()) {
      case json -> output.json(scorecards);
      case csv -> SummaryTable.csv(scorecards).forEach(output::text);
      case text -> {
        output.text(InlineTable.text(entrants));
        output.text("\n" + SummaryTable.text(scorecards));
        entrants.forEach(entrant -> output.text(InlineTable.further(entrant)));
        agreements.forEach(
            (id, agreement) -> output.text("\n" + InlineTable.agreement(id, agreement)));
        output.text("\nThe page explains: " + results.overview() + "\n");
      }
    }
  }
}
