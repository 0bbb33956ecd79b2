package org.dreyfus.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.scoring.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

  @TempDir Path folder;

  private Path written() throws IOException {
    Path target = folder.resolve("run");
    BundleWriter.write(target, Runs.bundle(), (bundle, cards) -> "<html>page</html>");
    return target;
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Bundle before = Runs.bundle();
    Bundle after = BundleReader.read(written());
    assertThat(Runs.held(after)).isEqualTo(before);
    assertThat(after.scorecards()).isEqualTo(before.scorecards());
  }

  @Test
  void aBundleVerifies() throws IOException {
    assertThat(Verification.problems(written())).isEmpty();
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    Path first = written();
    Path second = folder.resolve("again");
    BundleWriter.write(second, Runs.bundle(), (bundle, cards) -> "<html>page</html>");
    assertThat(Files.readString(first.resolve("SHA256SUMS")))
        .isEqualTo(Files.readString(second.resolve("SHA256SUMS")));
  }

  @Test
  void aChangedFileIsFound() throws IOException {
    Path run = written();
    Files.writeString(run.resolve("scorecard.html"), "<html>better</html>");
    assertThat(Verification.problems(run))
        .containsExactly("scorecard.html: differs from its digest");
  }

  @Test
  void aChangedScorecardIsFoundEvenWithARightDigest() throws IOException {
    Path run = written();
    Path card = run.resolve("scorecard.json");
    Files.writeString(
        card, Files.readString(card).replaceFirst("\"sessions\" : 1", "\"sessions\" : 9"));
    Files.delete(run.resolve("SHA256SUMS"));
    Digests.write(run);
    assertThat(Verification.problems(run))
        .singleElement()
        .asString()
        .contains("gives another scorecard");
  }

  @Test
  void aChangedClaimFileIsFoundEvenWithARightDigest() throws IOException {
    Path run = written();
    Path claims = run.resolve("claims/safemedia.json");
    Files.writeString(claims, Files.readString(claims).replace("0.2", "0.9"));
    Files.delete(run.resolve("SHA256SUMS"));
    Digests.write(run);
    assertThat(Verification.problems(run))
        .anyMatch(problem -> problem.contains("differs from what was frozen"));
  }

  private static Beside beside(String classifier, String digest) throws IOException {
    Bundle bundle = Runs.bundle();
    ClassifierFacts facts = bundle.manifest().classifier();
    ClassifierFacts other =
        new ClassifierFacts(
            classifier,
            facts.name(),
            facts.version(),
            facts.vendor(),
            facts.description(),
            false,
            facts.feeds());
    return new Beside(
        Beside.SCHEMA_VERSION,
        List.of(Beside.Blocker.of(other, bundle.scorecards().get(0), digest, true)));
  }

  private Path writtenBeside(String classifier, String digest) throws IOException {
    Path target = folder.resolve("run/x");
    Bundle bundle = Runs.bundle().with(beside(classifier, digest));
    BundleWriter.write(target, bundle, (its, cards) -> "<html>page</html>");
    return target;
  }

  @Test
  void whatOthersDidIsKeptAndChecked() throws IOException {
    String digest = Scorecards.digest(Runs.bundle().scorecards());
    Path run = writtenBeside("y", digest);
    assertThat(BundleReader.read(run).beside()).contains(beside("y", digest));
    assertThat(Verification.problems(run)).isEmpty();
    Path copy = folder.resolve("published/x");
    CompactBundle.write(run, copy);
    assertThat(BundleReader.read(copy).beside()).contains(beside("y", digest));
    assertThat(Verification.problems(copy)).isEmpty();
    Files.writeString(run.resolve("beside.json"), "{}");
    assertThat(Digests.problems(run)).containsExactly("beside.json: differs from its digest");
  }

  @Test
  void aNeighbourOfAnotherRunIsFound() throws IOException {
    String digest = Scorecards.digest(Runs.bundle().scorecards());
    Path neighbour = folder.resolve("run/y");
    BundleWriter.write(neighbour, Runs.bundle(), (its, cards) -> "<html>page</html>");
    Path run = writtenBeside("y", digest);
    assertThat(Verification.problems(run)).isEmpty();
    Files.writeString(
        neighbour.resolve("SHA256SUMS"),
        Files.readString(neighbour.resolve("SHA256SUMS")).replace(digest, "0".repeat(64)));
    assertThat(Verification.problems(run))
        .singleElement()
        .asString()
        .contains("beside.json: blocker 'y/block-bittorrent' is of another run than the bundle");
  }

  @Test
  void aBlockerDoesNotStandBesideItself() throws IOException {
    assertThat(Verification.problems(writtenBeside("x", "0")))
        .containsExactly(
            "beside.json: blocker 'x/block-bittorrent' has no SHA-256 of its scorecard",
            "beside.json: blocker 'x/block-bittorrent' stands beside itself");
  }

  @Test
  void damageIsNamed() throws IOException {
    Path run = written();
    byte[] whole = Files.readAllBytes(run.resolve("observations.jsonl.gz"));
    Files.write(run.resolve("observations.jsonl.gz"), java.util.Arrays.copyOf(whole, 40));
    assertThatThrownBy(() -> Verification.problems(run))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("observations.jsonl.gz: damaged gzip");
    assertThatThrownBy(() -> BundleReader.read(run).scorecards())
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(BundleException.class);
    Files.delete(run.resolve("unstable.jsonl.gz"));
    assertThatThrownBy(() -> BundleReader.read(run))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("unstable.jsonl.gz");
    assertThatThrownBy(() -> BundleReader.read(folder.resolve("nowhere")))
        .hasMessageContaining("no result bundle");
  }

  @Test
  void nothingIsOverwrittenAndNothingIsLeftBehind() throws IOException {
    written();
    assertThatThrownBy(this::written).hasMessageContaining("exists already");
    Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("run");
    assertThatThrownBy(() -> BundleWriter.write(blocked, Runs.bundle(), (bundle, cards) -> "page"))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("cannot be written");
    try (var entries = Files.list(folder)) {
      assertThat(entries.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("run", "file");
    }
  }

  @Test
  void aMalformedClaimFileNamesThePlace() throws IOException {
    Path file = folder.resolve("claims.json");
    Files.writeString(
        file, "{\n  \"schemaVersion\": 1,\n  \"id\": oops\n}", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> InputFiles.claims(file)).hasMessageContaining("claims.json:3:");
    Files.writeString(
        file,
        "{\"schemaVersion\":1,\"id\":\"x\",\"title\":\"\",\"about\":\"\",\"reconstructionsOnly\":false,\"claims\":[],\"extra\":1}");
    assertThatThrownBy(() -> InputFiles.claims(file)).hasMessageContaining("extra");
    Files.writeString(
        file,
        "{\"schemaVersion\":7,\"id\":\"x\",\"title\":\"\",\"about\":\"\",\"reconstructionsOnly\":false,\"claims\":[]}");
    assertThatThrownBy(() -> InputFiles.claims(file))
        .hasMessageContaining("schemaVersion 7 is not known");
  }

  @Test
  void theBundledClaimsAndPoliciesCanBeRead() throws IOException {
    for (Path file : InputFiles.in(Runs.CLAIMS)) {
      assertThat(InputFiles.claims(file).claims()).isNotEmpty();
      assertThat(file.getFileName()).hasToString(InputFiles.claims(file).id() + ".json");
    }
    for (Path file : InputFiles.in(Runs.POLICIES)) {
      assertThat(InputFiles.policy(file).blocks()).isNotEmpty();
    }
  }

  @Test
  void theTestimonyContradictsTheWhitePaper() throws IOException {
    List<Scorecard> cards = Runs.bundle().scorecards();
    assertThat(cards.get(0).claims().get(0).contradictions())
        .anyMatch(
            c ->
                c.first().equals("passes-legal-p2p")
                    && c.second().equals("bittorrent-always-blocked"));
  }
}
