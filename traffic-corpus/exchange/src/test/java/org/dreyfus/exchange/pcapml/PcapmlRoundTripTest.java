package org.dreyfus.exchange.pcapml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.exchange.Corpora;
import org.dreyfus.exchange.intake.ImportOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapmlRoundTripTest {

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void theDefaultCorpusLosesNoLabel() throws IOException {
    Corpus corpus = Corpus.open(Corpora.DEFAULT);
    Path file = folder.resolve("default.pcapng");
    assertThat(PcapmlExport.write(corpus, file)).isGreaterThan(500);
    Corpus back = PcapmlImport.read(file, ImportOptions.to(folder.resolve("back")));
    assertThat(Corpora.flows(back)).isEqualTo(Corpora.flows(corpus));
    assertThat(Corpora.ties(back)).isEqualTo(Corpora.ties(corpus));
    assertThat(CorpusValidator.problems(back)).isEmpty();
  }
}
