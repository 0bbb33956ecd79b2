package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of files is read past, and all else of {@code corpus.json} as strictly as ever. */
final class ManifestHeadTest {

  @TempDir Path folder;

  private Path manifest;

  @BeforeEach
  void write() throws IOException {
    Samples.corpus(folder);
    manifest = folder.resolve("corpus.json");
  }

  @Test
  void theDigestsAreReadWhenAskedFor() throws IOException {
    assertThat(Corpus.open(folder).digests()).isEqualTo(CorpusWriter.digests(folder)).hasSize(7);
  }

  @Test
  void namesAreNotKeptInTheListAndAreEverywhereElse() throws IOException {
    edit("\"files\" : {", "\"files\" : { \"works.json\" : \"\",");
    Corpus opened = Corpus.open(folder);
    assertThatThrownBy(opened::digests)
        .hasMessageContaining("corpus.json:")
        .hasMessageContaining("uplicate");
    edit("\"licence\"", "\"id\" : \"twice\", \"licence\"");
    refused("uplicate");
  }

  @Test
  void aFieldBehindTheListIsRefusedWithItsPlace() throws IOException {
    String text = Files.readString(manifest).stripTrailing();
    int lines = (int) text.lines().count();
    Files.writeString(
        manifest, text.substring(0, text.length() - 1).stripTrailing() + ",\n\"colour\": 1}");
    refused("corpus.json:" + lines + ":1: unknown field 'colour'; remove it or correct its name");
  }

  @Test
  void theListMustBeThereAndBeJson() throws IOException {
    edit("\"files\" : {", "\"files\" : { \"broken\"");
    refused("corpus.json:9:5: ");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("(?s),\\s*\"files\".*", "}"));
    refused("field 'files' is missing or null; give it a value");
  }

  @Test
  void whatComesBehindTheManifestIsRefused() throws IOException {
    Files.writeString(manifest, Files.readString(manifest) + "{}");
    refused("corpus.json:");
    Files.write(manifest, new byte[] {'{', (byte) 0xd4, (byte) 0xc3});
    refused("corpus.json: is no text in UTF-8; give a JSON file");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Corpus.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(manifest);
    assertThat(text).contains(from);
    Files.writeString(manifest, text.replace(from, to));
  }
}
