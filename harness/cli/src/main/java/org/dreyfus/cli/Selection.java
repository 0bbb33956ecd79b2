package org.dreyfus.cli;

import java.io.IOException;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;

/** Finds what the user named in a corpus. */
final class Selection {

  private Selection() {}

  static Session session(Corpus corpus, String id) throws IOException {
    return corpus
        .session(id)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "no session '%s' in corpus '%s'; list them with: dreyfus corpus show %s"
                        .formatted(id, corpus.manifest().id(), corpus.folder())));
  }
}
