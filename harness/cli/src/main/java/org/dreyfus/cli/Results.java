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
import org.dreyfus.bundle.Beside;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleDraft;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.bundle.Scorecards;
import org.dreyfus.bundle.StagedFolder;
import org.dreyfus.bundle.signature.BundleSignature;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Run;
import org.dreyfus.report.OverviewPage;
import org.dreyfus.report.ScorecardPage;
import org.dreyfus.scoring.Scorecard;

/** Writes a run's results: one bundle a classifier or device, and a page over all. */
final class Results {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String OVERVIEW = "index.html";

  private final Path target;
  private final StagedFolder folder;
  private final Corpus corpus;
  private final Yardsticks yardsticks;
  private final Manifests manifests;

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
    this.manifests = new Manifests(seed, blinded, Map.copyOf(facts), Instant.now());
  }

  static Path defaultTarget(String corpus, long seed) {
    String name = String.valueOf(Path.of(corpus).getFileName());
    return Path.of("runs", name + "-seed" + seed + "-" + STAMP.format(Instant.now()));
  }

  Path overview() {
    return target.resolve(OVERVIEW);
  }

  /**
   * Gathers a run, and writes its results.
   *
   * @param results of the run
   * @param beside results that are held in memory, of other runs of these classifiers
   * @param key signs every bundle, when there is one
   */
  List<Scorecard> write(
      Run run, List<Run.Result> results, List<Run.Result> beside, Optional<PrivateKey> key)
      throws IOException {
    List<Entrant> entrants = new ArrayList<>();
    List<BundleDraft> drafts = new ArrayList<>();
    for (Run.Result result : results) {
      Entrant entrant = entrant(result);
      entrants.add(entrant);
      drafts.add(draft(entrant));
    }
    List<RunTally> tallies = run.gather(entrants.stream().map(Entrant::criteria).toList(), drafts);
    List<Measured> measured = new ArrayList<>();
    for (int i = 0; i < entrants.size(); i++) {
      measured.add(new Measured(entrants.get(i), drafts.get(i), tallies.get(i)));
    }
    for (Run.Result result : beside) {
      measured.add(measured(entrant(result)));
    }
    return writeMeasured(measured, key);
  }

  /**
   * The same for devices, or whatever else was measured and is held in memory.
   *
   * @param key signs every bundle, when there is one
   */
  List<Scorecard> writeAll(List<Entrant> entrants, Optional<PrivateKey> key) throws IOException {
    return writeMeasured(entrants.parallelStream().map(this::measured).toList(), key);
  }

  private Entrant entrant(Run.Result result) throws IOException {
    return Entrant.of(result, corpus, yardsticks, manifests.seed());
  }

  private BundleDraft draft(Entrant entrant) throws BundleException {
    return BundleDraft.open(folder.path().resolve(entrant.classifier().id()));
  }

  /** What one blocker did: the beginning of its bundle, and what is needed to score it. */
  private record Measured(Entrant entrant, BundleDraft draft, RunTally tally) {}

  private Measured measured(Entrant entrant) {
    try {
      BundleDraft draft = draft(entrant);
      draft.write(entrant.evidence());
      return new Measured(entrant, draft, RunTally.of(entrant.evidence(), entrant.criteria()));
    } catch (BundleException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Scorecard> writeMeasured(List<Measured> measured, Optional<PrivateKey> key)
      throws IOException {
    List<Scored> scored = measured.parallelStream().map(this::scored).toList();
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

  private Scored scored(Measured measured) {
    Entrant entrant = measured.entrant();
    RunTally tally = measured.tally();
    Bundle bundle =
        new Bundle(
            manifests.of(entrant, tally),
            entrant.evidence(),
            tally.applied(),
            entrant.criteria().claimFiles());
    List<Scorecard> cards = tally.scorecards(entrant.classifier().id());
    return new Scored(
        entrant.provider(), measured.draft(), bundle, cards, Scorecards.digest(cards));
  }

  private void write(Scored each, List<Scored> all, Optional<PrivateKey> key) {
    try {
      each.draft().finish(each.beside(all), each.cards(), ScorecardPage::html);
      if (key.isPresent()) {
        BundleSignature.sign(folder.path().resolve(each.classifier().id()), key.get());
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
  private record Scored(
      String provider, BundleDraft draft, Bundle bundle, List<Scorecard> cards, String digest) {

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
}
