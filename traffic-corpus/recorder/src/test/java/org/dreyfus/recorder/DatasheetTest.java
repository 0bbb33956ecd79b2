package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasheetTest {

  @Test
  void fillsEveryPlaceAndNamesWhatFailed(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("sessions"));
    new CorpusWriter(folder).finish("small", "1", "CC0-1.0", "About it.", "The rule.", List.of());
    Datasheet.write(Corpus.open(folder), 42, List.of("rsync-1a: did not\narrive"));
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("# Corpus `small`", "About it.", "Seed 42", "The rule.")
        .contains("- rsync-1a: did not arrive")
        .contains("No real infringing content")
        .doesNotContain("${");
  }

  @Test
  void saysWhenNothingFailed(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("sessions"));
    new CorpusWriter(folder).finish("small", "1", "CC0-1.0", "About it.", "The rule.", List.of());
    Datasheet.write(Corpus.open(folder), 42, List.of());
    assertThat(folder.resolve("README.md")).content().contains("every planned session");
  }
}
