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
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.bundle.signature.Keys;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Feeds;
import org.dreyfus.engine.InterleavedRun;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Subject;
import org.dreyfus.lab.ScratchFolder;
import org.dreyfus.scoring.Finding;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dreyfus evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Runs classifiers against a corpus and scores them against claims.")
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Option(
      names = "--classifier",
      split = ",",
      paramLabel = "ID",
      description = "Classifiers to run (default: all that are available).")
  private List<String> classifiers;

  @Option(
      names = "--corpus",
      defaultValue = "default",
      paramLabel = "ID|DIR",
      description = "Corpus to run against (default: ${DEFAULT-VALUE}).")
  private String corpus;

  @Option(
      names = "--claims",
      split = ",",
      paramLabel = "ID|FILE",
      description = "Claim files (default: all bundled ones).")
  private List<String> claims;

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "ID|FILE",
      description = "Policies for classifiers that name protocols (default: all bundled ones).")
  private List<String> policies;

  @Mixin private PluginOptions plugins;

  @Mixin private Submission submission;

  @Option(
      names = "--apart",
      description = "Run the bundled classifiers in workers, too, one process for each session.")
  private boolean apart;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Handed to the classifiers.")
  private Map<String, String> options;

  @Option(names = "--seed", defaultValue = "1", description = "Of the blinding keys (default: 1).")
  private long seed;

  @Option(names = "--threads", description = "Sessions run side by side (default: all cores).")
  private int threads;

  @Mixin private EngineOptions engines;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; must not exist.")
  private Path out;

  @Option(
      names = "--time-limit",
      defaultValue = "60",
      paramLabel = "SECONDS",
      description = "For one session (default: ${DEFAULT-VALUE}).")
  private long timeLimitSeconds;

  @Option(names = "--no-feeds", description = "Tell the classifiers nothing in advance.")
  private boolean noFeeds;

  @Option(names = "--no-blind", description = "Show recorded addresses; for debugging.")
  private boolean noBlind;

  @Option(
      names = "--no-witness-check",
      description = "One pass instead of four; then no witness is verified.")
  private boolean noWitnessCheck;

  @Option(
      names = "--fail-on",
      paramLabel = "refuted|not-supported",
      description = "End with 10 or 11 when a claim comes out so.")
  private FailOn failOn;

  @Option(
      names = "--sign",
      paramLabel = "FILE",
      description = "Private Ed25519 key (PEM) that signs the bundles.")
  private Optional<Path> sign;

  @Option(
      names = "--interleaved",
      description = {
        "Also a row for each classifier over one stream of all sessions, which overlap, in one",
        "process: what it keeps from session to session may show. Not for trained ones."
      })
  private boolean interleaved;

  @Option(
      names = "--audit",
      description = {
        "Also run on treated traffic (another key, ports permuted, headers normalised) and, as root,",
        "on a tenth of the scenarios recorded afresh, and say which verdicts changed: what hangs on",
        "shortcuts. Writes audit.json beside the bundles."
      })
  private boolean audit;

  EvaluateCommand() {
    this.output = new Output();
    this.plugins = new PluginOptions();
    this.submission = new Submission();
    this.classifiers = List.of();
    this.corpus = "default";
    this.claims = List.of();
    this.policies = List.of();
    this.options = Map.of();
    this.engines = new EngineOptions();
    this.threads = Runtime.getRuntime().availableProcessors();
    this.out = Path.of("");
    this.failOn = FailOn.never;
    this.sign = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || timeLimitSeconds < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--threads and --time-limit must be at least 1");
    }
    if (engines.isElsewhere() && (interleaved || audit)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--interleaved and --audit run on this machine only; leave out --engine");
    }
    try (ChosenEngine engine = engines.open()) {
      return call(engine, Corpus.open(engine.corpus(corpus)));
    }
  }

  private int call(ChosenEngine engine, Corpus opened) throws IOException {
    if (submission.isPresent()) {
      return submitted(engine, opened);
    }
    List<Plugins.Opened> handedIn = plugins.open();
    try {
      return evaluate(engine, opened, handedIn, Map.of());
    } finally {
      for (Plugins.Opened plugin : handedIn) {
        plugin.close();
      }
    }
  }

  private int submitted(ChosenEngine engine, Corpus opened) throws IOException {
    Path folder = Files.createTempDirectory("dreyfus-submission-");
    try (Plugins.Opened plugin = submission.open(plugins.plugins(), folder)) {
      Submission.Attempt attempt = submission.begin(plugin, opened, options);
      seed = attempt.seed();
      try {
        return evaluate(engine, opened, List.of(plugin), attempt.facts());
      } catch (EngineException e) {
        attempt.failed(String.valueOf(e.getMessage()));
        throw e;
      } finally {
        attempt.finishedWhere(target().resolve(plugin.plugin().descriptor().id()));
      }
    } finally {
      ScratchFolder.delete(folder);
    }
  }

  /**
   * @param facts that the results state beside those of the machine
   */
  private int evaluate(
      ChosenEngine engine, Corpus opened, List<Plugins.Opened> handedIn, Map<String, String> facts)
      throws IOException {
    Yardsticks yardsticks =
        new Yardsticks(
            chosen(claims, Installation.claims(), "claim file"),
            chosen(policies, Installation.policies(), "policy"));
    for (Plugins.Opened plugin : handedIn) {
      yardsticks.add(plugin);
    }
    Optional<PrivateKey> signingKey =
        sign.isPresent() ? Optional.of(Keys.privateKey(sign.get())) : Optional.empty();
    Path target = target();
    Results results = new Results(target, opened, yardsticks, seed, !noBlind, engine.facts(facts));
    Evaluation evaluation = evaluation(opened, subjects(opened, handedIn), engine.journal(target));
    Run run = engine.run(evaluation, handedIn, Terminal.progress(output, "sessions"));
    List<Run.Result> outcome = run.execute();
    List<Run.Result> together = new ArrayList<>();
    if (interleaved) {
      Path scratch = target.toAbsolutePath().resolveSibling(".interleaved-" + target.getFileName());
      together.addAll(new InterleavedRun(evaluation, scratch).execute());
    }
    List<String> silent = silent(outcome, together);
    List<Scorecard> scorecards = results.write(run, outcome, together, signingKey);
    run.forget();
    print(scorecards, results);
    if (audit) {
      Path scratch = target.toAbsolutePath().resolveSibling(".fresh-" + target.getFileName());
      Audit.Report report = Audit.run(evaluation, yardsticks.policies(), output, scratch);
      Files.writeString(target.resolve("audit.json"), ResultJson.json().pretty(report));
      if (Files.exists(scratch)) {
        ScratchFolder.delete(scratch);
      }
      output.text(Audit.text(report));
    }
    if (!silent.isEmpty()) {
      throw new CommandFailure(
          ExitCode.PLUGIN_FAILED,
          "classifiers that answered nothing: %s; their scorecards show it as unanswered"
              .formatted(String.join(", ", silent)));
    }
    return failOn.exitCode(scorecards);
  }

  private static List<String> silent(List<Run.Result> outcome, List<Run.Result> together) {
    return Stream.concat(outcome.stream(), together.stream())
        .filter(Run.Result::isSilent)
        .map(result -> result.subject().id())
        .toList();
  }

  private List<Subject> subjects(Corpus opened, List<Plugins.Opened> handedIn) throws IOException {
    Contestants contestants =
        new Contestants(opened, options, noFeeds ? Set.of() : Feeds.of(opened), output);
    if (handedIn.isEmpty() || !classifiers.isEmpty()) {
      contestants.bundled(
          classifiers,
          apart ? Contestants.Where.apart(plugins.plugins()) : Contestants.Where.here());
    }
    for (Plugins.Opened plugin : handedIn) {
      contestants.plugin(plugin, plugins.inProcess());
    }
    return contestants.subjects();
  }

  private Evaluation evaluation(Corpus opened, List<Subject> subjects, Path journal) {
    return new Evaluation(
        opened,
        subjects,
        seed,
        threads,
        !noBlind,
        !noWitnessCheck && !noBlind,
        Duration.ofSeconds(timeLimitSeconds),
        journal);
  }

  private static List<Path> chosen(List<String> names, Path folder, String kind)
      throws IOException {
    return names.isEmpty()
        ? InputFiles.in(folder)
        : names.stream().map(name -> Installation.data(folder, kind, name)).toList();
  }

  private Path target() {
    if (out.toString().isEmpty()) {
      out = Results.defaultTarget(corpus, seed);
    }
    return out;
  }

  private void print(List<Scorecard> scorecards, Results results) {
    switch (output.format()) {
      case json -> output.json(scorecards);
      case csv -> SummaryTable.csv(scorecards).forEach(output::text);
      case text -> {
        output.text(SummaryTable.text(scorecards));
        output.text(
            "\nFP: lawful sessions with something blocked. FN: unlicensed works that got through."
                + "\nIntervals: 95 %, over clusters of sessions. The page explains: "
                + results.overview()
                + "\n");
      }
    }
  }

  /** When the command's exit code tells of claims: of statements, not of findings of others. */
  enum FailOn {
    never(List.of()),
    refuted(List.of(Finding.Result.REFUTED)),
    not_supported(
        List.of(Finding.Result.REFUTED, Finding.Result.NOT_REFUTED, Finding.Result.NOT_TESTABLE));

    private final List<Finding.Result> results;

    FailOn(List<Finding.Result> results) {
      this.results = results;
    }

    int exitCode(List<Scorecard> scorecards) {
      boolean found =
          scorecards.stream()
              .flatMap(card -> card.claims().stream())
              .flatMap(file -> file.findings().stream())
              .filter(finding -> finding.claim().isStatement())
              .anyMatch(finding -> results.contains(finding.result()));
      if (!found) {
        return ExitCode.DONE;
      }
      return this == refuted ? ExitCode.CLAIM_REFUTED : ExitCode.CLAIM_NOT_SUPPORTED;
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }
}
