package org.dreyfus.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.SessionEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredEvidenceTest {

  private static final String OBSERVATIONS = "observations.jsonl.gz";

  @TempDir Path folder;

  private Path written(Bundle bundle) throws IOException {
    Path target = folder.resolve("run");
    BundleWriter.write(target, bundle, (its, cards) -> "page");
    return target;
  }

  private static List<String> lines(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** A gzip member a line. */
  private static void write(Path file, List<String> lines) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (String line : lines) {
        GZIPOutputStream member = new GZIPOutputStream(out);
        member.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        member.finish();
      }
    }
  }

  @Test
  void filesMayConsistOfManyMembers() throws IOException {
    Path run = written(Runs.bundle());
    for (String name : List.of(OBSERVATIONS, "sessions.jsonl.gz", "unstable.jsonl.gz")) {
      write(run.resolve(name), lines(run.resolve(name)));
    }
    assertThat(Runs.held(BundleReader.read(run))).isEqualTo(Runs.bundle());
    assertThat(BundleReader.read(run).scorecards()).isEqualTo(Runs.bundle().scorecards());
  }

  @Test
  void aBundleIsPutTogetherFromParts() throws IOException {
    Bundle whole = Runs.bundle();
    List<SessionEvidence> sessions = whole.evidence().bySession().toList();
    Criteria criteria = new Criteria(whole.policies(), whole.claimFiles());
    BundleDraft draft = BundleDraft.open(folder.resolve("parts"));
    RunTally tally = new RunTally(whole.evidence().facts(), criteria);
    for (SessionEvidence session : sessions) {
      for (EvidenceFile kind : EvidenceFile.values()) {
        Path part = folder.resolve("part-" + kind);
        Files.deleteIfExists(part);
        try (EvidenceWriter writer = new EvidenceWriter(kind, part)) {
          writer.add(session);
          assertThat(Files.exists(part)).isEqualTo(writer.isBegun());
        }
        if (Files.exists(part)) {
          draft.append(kind, part);
        }
      }
      RunTally one = new RunTally(whole.evidence().facts(), criteria);
      one.add(session);
      tally.add(one.counted());
    }
    List<Scorecard> cards = tally.scorecards("x");
    assertThat(tally.applied()).isEqualTo(whole.policies());
    assertThat(cards).isEqualTo(whole.scorecards());
    assertThat(tally.counts()).isEqualTo(new RunCounts(2, 4, 40, 2, 4));
    draft.finish(whole, cards, (its, all) -> "page");
    assertThat(Verification.problems(folder.resolve("parts"))).isEmpty();
    Path run = written(whole);
    for (EvidenceFile kind : EvidenceFile.values()) {
      Path file = run.resolve(kind.fileName());
      assertThat(Files.exists(folder.resolve("parts").resolve(kind.fileName())))
          .isEqualTo(Files.exists(file));
      if (Files.exists(file)) {
        assertThat(lines(folder.resolve("parts").resolve(kind.fileName()))).isEqualTo(lines(file));
      }
    }
  }

  @Test
  void linesThatStandInNoOrderAreNamed() throws IOException {
    Path run = written(Runs.bundle());
    List<String> lines = new ArrayList<>(lines(run.resolve(OBSERVATIONS)));
    Collections.swap(lines, 0, 1);
    write(run.resolve(OBSERVATIONS), lines);
    assertThatThrownBy(() -> Verification.problems(run))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(OBSERVATIONS + ":2: session 'a' is not in sessions.jsonl.gz");
  }

  @Test
  void linesOfForeignSessionsAreNamed() throws IOException {
    Path run = written(Runs.bundle());
    List<String> lines = new ArrayList<>(lines(run.resolve(OBSERVATIONS)));
    lines.add(lines.get(3).replace("\"session\":\"b\"", "\"session\":\"c\""));
    write(run.resolve(OBSERVATIONS), lines);
    assertThatThrownBy(() -> Verification.problems(run))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(OBSERVATIONS + ":5: session 'c' is not in sessions.jsonl.gz");
  }

  @Test
  void aSessionThatStandsThereTwiceIsNamed() throws IOException {
    Path run = written(Runs.bundle());
    Path file = run.resolve("sessions.jsonl.gz");
    List<String> lines = lines(file);
    write(file, List.of(lines.get(0), lines.get(0), lines.get(1)));
    assertThatThrownBy(() -> Verification.problems(run))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("sessions.jsonl.gz:2: session 'a'");
  }

  @Test
  void aMalformedLineNamesItsPlace() throws IOException {
    Path run = written(Runs.bundle());
    List<String> lines = new ArrayList<>(lines(run.resolve(OBSERVATIONS)));
    lines.set(2, "{\"session\":\"b\"}");
    write(run.resolve(OBSERVATIONS), lines);
    assertThatThrownBy(() -> Verification.problems(run))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(OBSERVATIONS + ":3");
  }

  @Test
  void theConductInOneStreamOfAllSessionsIsKept() throws IOException {
    List<Conduct.Breach> breaches = List.of(new Conduct.Breach("O2", "words", 1, "example"));
    Conduct conduct = new Conduct(Conduct.ALL, breaches, Optional.of(3), Optional.empty());
    RunEvidence apart = (RunEvidence) Runs.bundle().evidence();
    RunEvidence evidence =
        new RunEvidence(
            apart.corpus(),
            apart.sessions(),
            apart.observations(),
            Set.of(),
            3,
            apart.feeds(),
            apart.accusations(),
            List.of(conduct));
    Bundle bundle =
        new Bundle(
            Runs.bundle().manifest(),
            evidence,
            Runs.bundle().policies(),
            Runs.bundle().claimFiles());
    Path run = written(bundle);
    assertThat(Runs.held(BundleReader.read(run))).isEqualTo(bundle);
    assertThat(BundleReader.read(run).scorecards().get(0).conduct())
        .isEqualTo(bundle.scorecards().get(0).conduct())
        .hasSize(1);
  }
}
