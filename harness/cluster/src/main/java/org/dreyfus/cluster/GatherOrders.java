package org.dreyfus.cluster;

import java.io.Serializable;
import java.util.UUID;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.Gathering;

/**
 * What every executor is told once before it gathers.
 *
 * @param run a name that no other run has
 * @param corpus where it lies
 * @param outline of the corpus, as JSON
 * @param journal where finished sessions are kept
 * @param gathering what is made of them, as JSON
 */
record GatherOrders(String run, String corpus, String outline, String journal, String gathering)
    implements Serializable {

  static GatherOrders of(Assignment assignment, Gathering gathering) {
    Corpus corpus = assignment.evaluation().corpus();
    return new GatherOrders(
        UUID.randomUUID().toString(),
        corpus.folder().toAbsolutePath().toString(),
        ResultJson.json().line(Corpus.Outline.of(corpus)),
        assignment.journal().folder().toAbsolutePath().toString(),
        ResultJson.json().line(gathering));
  }
}
