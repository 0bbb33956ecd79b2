package org.dreyfus.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.cluster.storage.Storage;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusException;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Journal;
import org.dreyfus.engine.Services;
import org.dreyfus.engine.SessionResult;
import org.dreyfus.engine.Treatment;
import org.dreyfus.engine.Workshop;

/** What an executor needs for one run, made once for all of its tasks. */
final class Station {

  private static final Map<String, Station> OPEN = new ConcurrentHashMap<>();

  private final Corpus corpus;
  private final Journal journal;
  private final Workshop workshop;

  private Station(Corpus corpus, Journal journal, Workshop workshop) {
    this.corpus = corpus;
    this.journal = journal;
    this.workshop = workshop;
  }

  /**
   * The station of a run on this executor.
   *
   * @throws EngineException when corpus or classifiers are missing here or differ from the driver's
   * @throws IOException when storage does not answer, or the disk is full
   */
  static synchronized Station of(Orders orders) throws IOException {
    Station known = OPEN.get(orders.run());
    if (known != null) {
      return known;
    }
    Station opened = open(orders);
    OPEN.put(orders.run(), opened);
    return opened;
  }

  /** Forgets a run and all that was made for it in this process. */
  static void forget(Orders orders) {
    OPEN.entrySet()
        .removeIf(
            entry -> {
              boolean its = entry.getKey().startsWith(orders.run());
              if (its) {
                entry.getValue().workshop.close();
              }
              return its;
            });
  }

  /** The host of this executor, as Spark names it. */
  static String host() {
    return SparkEnv.get().blockManager().blockManagerId().host();
  }

  private static Station open(Orders orders) throws IOException {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    Corpus corpus = corpus(orders, hadoop);
    Evaluation evaluation =
        new Evaluation(
            corpus,
            new LocalSubjects(host(), Station.class.getClassLoader()).open(orders.subjects()),
            orders.seed(),
            1,
            orders.blinded(),
            orders.witnessCheck(),
            Duration.ofMillis(orders.timeLimitMillis()),
            Path.of(""));
    Optional<Treatment> treatment =
        orders.treatment().isEmpty()
            ? Optional.empty()
            : Optional.of(Treatment.valueOf(orders.treatment()));
    Services services = ResultJson.json().parse(orders.services(), Services.class, "the services");
    return new Station(
        corpus, journal(orders, hadoop), Workshop.open(evaluation, treatment, services));
  }

  private static Journal journal(Orders orders, Configuration hadoop) throws IOException {
    Path folder = Storage.path(orders.journal(), hadoop);
    if (!Files.isDirectory(folder)) {
      throw EngineException.reported(
          false,
          "host %s: %s: no such folder there; choose storage that all machines share: --journal"
                  .formatted(host(), folder)
              + " DIR|URI");
    }
    return new Journal(folder);
  }

  private static Corpus corpus(Orders orders, Configuration hadoop) throws IOException {
    Corpus.Outline outline =
        ResultJson.json().parse(orders.outline(), Corpus.Outline.class, "the outline");
    try {
      return Corpus.open(Storage.path(orders.corpus(), hadoop), outline);
    } catch (CorpusException e) {
      throw EngineException.reported(
          false,
          "host %s: %s; put the corpus where all machines find it under this name"
              .formatted(host(), e.getMessage()));
    }
  }

  /** Evaluates a session and keeps the result, unless somebody did before. */
  void work(String id) throws IOException {
    if (journal.read(id).isEmpty()) {
      journal.write(evaluate(id));
    }
  }

  /** Evaluates a session and keeps nothing. */
  SessionResult evaluate(String id) throws IOException {
    return workshop.evaluate(
        corpus
            .session(id)
            .orElseThrow(() -> EngineException.badSession(id, "the driver's corpus lacks it")));
  }
}
