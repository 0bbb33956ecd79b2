package org.dreyfus.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.cluster.storage.Storage;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusException;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Journal;

/** Opens, on an executor, what all machines share. */
final class Shared {

  private Shared() {}

  /**
   * The journal of a run.
   *
   * @throws EngineException when there is no such folder on this host
   */
  static Journal journal(String location, Configuration hadoop) throws IOException {
    Path folder = Storage.path(location, hadoop);
    if (!Files.isDirectory(folder)) {
      throw EngineException.reported(
          false,
          "host %s: %s: no such folder there; choose storage that all machines share: --journal"
                  .formatted(Station.host(), folder)
              + " DIR|URI");
    }
    return new Journal(folder);
  }

  /**
   * The corpus of a run.
   *
   * @param outline as JSON
   * @throws EngineException when it is not on this host, or is another one
   */
  static Corpus corpus(String location, String outline, Configuration hadoop) throws IOException {
    Corpus.Outline known = ResultJson.json().parse(outline, Corpus.Outline.class, "the outline");
    try {
      return Corpus.open(Storage.path(location, hadoop), known);
    } catch (CorpusException e) {
      throw EngineException.reported(
          false,
          "host %s: %s; put the corpus where all machines find it under this name"
              .formatted(Station.host(), e.getMessage()));
    }
  }
}
