package org.dreyfus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dreyfus.bundle.Beside;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleWriter;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.bundle.Scorecards;
import org.dreyfus.bundle.StagedFolder;
import org.dreyfus.bundle.Verification;
import org.dreyfus.bundle.signature.BundleSignature;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Subject;
import org.dreyfus.report.OverviewPage;
import org.dreyfus.report.ScorecardPage;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Scorer;

/** Writes a run's results: one bundle a classifier or device, and a page over all. */
final class Results {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String OVERVIEW = "index.html";

  private final Path target;
  private final StagedFolder folder;
  private final Corpus corpus;
  private final Yardsticks yardsticks;
  private final long seed;
  private final boolean blinded;
  private final Map<String, String> facts;
  private final Instant started = Instant.now();

  /**
   * Finds out before the run, not after it, whether the target can be written.
   *
   * @param facts that stand beside those of the machine
   */
  Results(
      Path target,
      Corpus corpus,
      Yardsticks yardsticks,
      long seed,
      boolean blinded,
      Map<String, String> facts)
      throws IOException {
    this.target = target;
    this.folder = StagedFolder.open(target);
    this.corpus = corpus;
    this.yardsticks = yardsticks;
    this.seed = seed;
    this.blinded = blinded;
    this.facts = Map.copyOf(facts);
  }

  static Path defaultTarget(String corpus, long seed) {
    String name = String.valueOf(Path.of(corpus).getFileName());
    return Path.of("runs", name + "-seed" + seed + "-" + STAMP.format(Instant.now()));
  }

  Path overview() {
    return target.resolve(OVERVIEW);
  }

  /**
   * @param key signs every bundle, when there is one
   */
  List<Scorecard> write(List<Run.Result> results, Optional<PrivateKey> key) throws IOException {
    List<Entrant> entrants = new ArrayList<>();
    for (Run.Result result : results) {
      entrants.add(entrant(result));
    }
    return writeAll(entrants, key);
  }

  /**
   * The same for devices, or whatever else was measured.
   *
   * @param key signs every bundle, when there is one
   */
  List<Scorecard> writeAll(List<Entrant> entrants, Optional<PrivateKey> key) throws IOException {
    List<Scored> scored = entrants.parallelStream().map(this::scored).toList();
    scored.parallelStream().forEach(each -> write(each, scored, key));
    List<Scorecard> all = new ArrayList<>();
    List<OverviewPage.Row> rows = new ArrayList<>();
    for (Scored each : scored) {
      rows.add(new OverviewPage.Row(each.classifier(), each.cards()));
      all.addAll(each.cards());
    }
    Files.writeString(folder.path().resolve(OVERVIEW), OverviewPage.html(rows));
    folder.commit();
    return all;
  }

  private void write(Scored each, List<Scored> all, Optional<PrivateKey> key) {
    Path bundle = folder.path().resolve(each.classifier().id());
    try {
      BundleWriter.write(bundle, each.beside(all), each.cards(), ScorecardPage::html);
      if (key.isPresent()) {
        BundleSignature.sign(bundle, key.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A run with what follows from it.
   *
   * @param provider id of the classifier, whatever it was told
   */
  private record Scored(String provider, Bundle bundle, List<Scorecard> cards, String digest) {

    ClassifierFacts classifier() {
      return bundle.manifest().classifier();
    }

    /** The bundle, with what the others of the same run did. */
    Bundle beside(List<Scored> all) {
      List<Beside.Blocker> others = new ArrayList<>();
      for (Scored other : all) {
        if (other != this) {
          boolean same = other.provider.equals(provider);
          other.cards.forEach(
              card -> others.add(Beside.Blocker.of(other.classifier(), card, other.digest, same)));
        }
      }
      return others.isEmpty() ? bundle : bundle.with(new Beside(Beside.SCHEMA_VERSION, others));
    }
  }

  /**
   * One blocker that was measured.
   *
   * @param provider its id, whatever it was told
   * @param classifier what it is
   * @param evidence of its run
   * @param policies that may be applied, and claims put to it
   * @param identity decides, with options and feeds, which run it is
   * @param decisionPoint how it is known at which packet it decided
   * @param environment facts beside those of the machine
   * @param reproduce the command that makes the bundle again
   */
  record Entrant(
      String provider,
      ClassifierFacts classifier,
      RunEvidence evidence,
      List<Policy> policies,
      List<ClaimFile> claims,
      String identity,
      Map<String, String> options,
      DecisionPoint decisionPoint,
      Map<String, String> environment,
      String reproduce) {}

  private Entrant entrant(Run.Result result) throws IOException {
    Subject subject = result.subject();
    return new Entrant(
        subject.execution().descriptor().id(),
        facts(subject.descriptor()),
        result.evidence(),
        yardsticks.policiesFor(subject),
        yardsticks.claimsFor(subject),
        subject.execution().identity(),
        subject.options(),
        subject.decisionPoint(),
        environment(subject),
        reproduce(subject));
  }

  private Scored scored(Entrant entrant) {
    List<Policy> applied = Scorer.applicable(entrant.evidence(), entrant.policies());
    Bundle bundle =
        new Bundle(manifest(entrant, applied), entrant.evidence(), applied, entrant.claims());
    List<Scorecard> cards = bundle.scorecards();
    return new Scored(entrant.provider(), bundle, cards, Scorecards.digest(cards));
  }

  private RunManifest manifest(Entrant entrant, List<Policy> applied) {
    RunEvidence evidence = entrant.evidence();
    Map<String, String> options = new TreeMap<>(entrant.options());
    Map<String, String> environment = new TreeMap<>(facts);
    environment.putAll(entrant.environment());
    environment.putAll(machine());
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        Version.text(),
        entrant.classifier(),
        Digests.sha256(entrant.identity() + " " + options + " " + evidence.feeds()),
        evidence.corpus(),
        digests(entrant.claims(), ClaimFile::id),
        digests(applied, Policy::id),
        seed,
        blinded,
        evidence.blindingKeys(),
        entrant.decisionPoint(),
        options,
        evidence.feeds(),
        environment,
        Map.of("wallSeconds", (Instant.now().toEpochMilli() - started.toEpochMilli()) / 1000.0),
        counts(evidence),
        entrant.reproduce());
  }

  private String reproduce(Subject subject) {
    String which = "--classifier " + subject.execution().descriptor().id();
    if (subject.execution() instanceof Execution.Apart apart) {
      which = apart.plugin().digest().isEmpty() ? which + " --apart" : "--plugin plugin.json";
    }
    return "./dreyfus evaluate %s --corpus %s --seed %d"
        .formatted(which, corpus.manifest().id(), seed);
  }

  private static ClassifierFacts facts(ClassifierDescriptor descriptor) {
    return new ClassifierFacts(
        descriptor.id(),
        descriptor.name(),
        descriptor.version(),
        descriptor.vendor(),
        descriptor.description(),
        descriptor.reconstruction(),
        new TreeSet<>(descriptor.feeds().stream().map(Enum::name).toList()));
  }

  private static <T> Map<String, String> digests(List<T> values, Function<T, String> id) {
    Map<String, String> digests = new TreeMap<>();
    values.forEach(value -> digests.put(id.apply(value), Verification.digest(value)));
    return digests;
  }

  private static Map<String, String> environment(Subject subject) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("isolation", subject.execution().isolation());
    if (subject.execution() instanceof Execution.Apart apart) {
      facts.put("plugin", "SHA-256 " + apart.plugin().digest());
      facts.put("timing", apart.plugin().timing().name());
    } else if (subject.execution() instanceof Execution.InProcess here
        && !here.digest().isEmpty()) {
      facts.put("plugin", "SHA-256 " + here.digest());
    }
    return facts;
  }

  private static Map<String, String> machine() {
    return Map.of(
        "java",
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        "os",
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "arch",
        System.getProperty("os.arch"),
        "cores",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
  }

  private static Map<String, Long> counts(RunEvidence evidence) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("sessions", (long) evidence.sessions().size());
    counts.put("flows", (long) evidence.observations().size());
    counts.put("packets", evidence.observations().stream().mapToLong(o -> o.packets()).sum());
    counts.put("unstableFlows", (long) evidence.unstable().size());
    return counts;
  }
}
