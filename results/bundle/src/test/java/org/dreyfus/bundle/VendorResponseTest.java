package org.dreyfus.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dreyfus.bundle.signature.BundleSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorResponseTest {

  private static final String WORDS = "We <disagree>.\r\n  – the vendor\n";

  @TempDir Path folder;
  private Path run;
  private Path text;

  @BeforeEach
  void write() throws IOException {
    run = folder.resolve("run");
    text = Files.writeString(folder.resolve("answer.txt"), WORDS);
    BundleWriter.write(run, Runs.bundle(), (bundle, cards) -> "<html></html>");
  }

  private void add(Path file) throws IOException {
    VendorResponse.add(run, file, (bundle, cards) -> bundle.response().orElse("none"));
  }

  @Test
  void staysWithTheBundleWordForWordAndChangesNoScorecard() throws IOException {
    String card = Files.readString(run.resolve("scorecard.json"));
    add(text);
    assertThat(BundleReader.read(run).response()).contains(WORDS);
    assertThat(Files.readString(run.resolve("scorecard.html"))).isEqualTo(WORDS);
    assertThat(Files.readString(run.resolve("scorecard.json"))).isEqualTo(card);
    assertThat(Verification.problems(run)).isEmpty();
    assertThat(Digests.listed(run)).containsEntry("response.txt", Digests.sha256(WORDS));
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("run", "answer.txt");
    }
  }

  @Test
  void aLaterOneTakesItsPlaceAndPublishingKeepsIt() throws IOException {
    add(text);
    add(Files.writeString(folder.resolve("second.txt"), "Second."));
    Path published = folder.resolve("published");
    CompactBundle.write(run, published);
    assertThat(BundleReader.read(published).response()).contains("Second.");
    assertThat(Verification.problems(published)).isEmpty();
    run = published;
    add(text);
    assertThat(BundleReader.read(published).response()).contains(WORDS);
    assertThat(Verification.problems(published)).isEmpty();
    assertThat(published.resolve("scorecard.html")).doesNotExist();
  }

  @Test
  void aChangedResponseIsFound() throws IOException {
    add(text);
    Files.writeString(run.resolve("response.txt"), "We agree.");
    assertThat(Verification.problems(run)).contains("response.txt: differs from its digest");
  }

  @Test
  void whatIsNoTextIsRefusedByName() throws IOException {
    Path noText = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 1});
    assertThatThrownBy(() -> add(noText)).hasMessage(noText + ": is no text in UTF-8");
    Path blank = Files.writeString(folder.resolve("blank"), " \n");
    assertThatThrownBy(() -> add(blank)).hasMessage(blank + ": holds no text");
    assertThatThrownBy(() -> add(folder.resolve("missing"))).hasMessageContaining("no such file");
    assertThat(run.resolve("response.txt")).doesNotExist();
  }

  @Test
  void aSignedOrDamagedBundleIsLeftAlone() throws IOException {
    Files.writeString(run.resolve(BundleSignature.FILE), "{}");
    assertThatThrownBy(() -> add(text)).hasMessageContaining("would break its signature");
    Files.delete(run.resolve(BundleSignature.FILE));
    Files.writeString(run.resolve("scorecard.html"), "better");
    assertThatThrownBy(() -> add(text)).hasMessageContaining("scorecard.html: differs");
    assertThat(run.resolve("response.txt")).doesNotExist();
  }
}
