package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusManifest;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.Session;

/** A few sessions of the committed corpus, as a corpus of their own. */
final class SmallCorpus {

  private SmallCorpus() {}

  static Path of(Path folder, String... sessions) throws IOException {
    Corpus all = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default"));
    CorpusWriter writer = new CorpusWriter(folder);
    Files.createDirectories(folder);
    for (String id : List.of(sessions)) {
      Session session = all.session(id).orElseThrow();
      Path capture = Files.copy(all.capture(session), folder.resolve("capture"));
      writer.add(session, all.flows(session), capture);
    }
    finish(folder);
    return folder;
  }

  /** Writes catalogue and manifest for what lies there now. */
  static void finish(Path folder) throws IOException {
    Corpus all = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default"));
    CorpusManifest manifest = all.manifest();
    new CorpusWriter(folder)
        .finish(
            "part", "1", manifest.licence(), "A part.", manifest.riskRule(), all.works().values());
  }
}
