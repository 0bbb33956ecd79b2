package org.dreyfus.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.CrashedSession;
import org.dreyfus.engine.OrderedWork;
import org.dreyfus.engine.SessionResult;

/**
 * Gets every session done. First in batches. When a batch has failed too often (three times on one
 * host, four in all), what is left goes one session a task, so that those that fail are known;
 * these go once more, alone and one classifier at a time, so that nobody pays for what ran beside
 * it. A classifier that fails as often even then has crashed.
 */
final class Rounds {

  private final JavaSparkContext spark;
  private final Assignment assignment;
  private final Broadcast<Orders> orders;
  private final CollectionAccumulator<Refusal> refusals;
  private final Consumer<String> finished;
  private final Set<String> pending = new LinkedHashSet<>();

  Rounds(
      JavaSparkContext spark,
      Assignment assignment,
      Broadcast<Orders> orders,
      Consumer<String> finished) {
    this.spark = spark;
    this.assignment = assignment;
    this.orders = orders;
    this.refusals = spark.sc().collectionAccumulator("refusals");
    this.finished = finished;
  }

  /**
   * @param sessions ids, in the order of the run
   * @throws org.dreyfus.engine.EngineException when a classifier cannot start somewhere or a
   *     session is damaged
   * @throws IOException when storage or the cluster fails
   */
  void run(List<String> sessions) throws IOException {
    pending.addAll(sessions);
    List<Batch.Weighted> weighted = new ArrayList<>();
    OrderedWork.waiting().run(sessions, this::weigh, weighted::add);
    Set<String> suspects =
        new TreeSet<>(failedAlone(Batch.pack(weighted, spark.defaultParallelism())));
    while (pending.size() > suspects.size()) {
      suspects.addAll(
          failedAlone(
              pending.stream().filter(id -> !suspects.contains(id)).map(Batch::of).toList()));
    }
    for (String suspect : suspects) {
      alone(suspect);
    }
  }

  private Batch.Weighted weigh(String id) throws IOException {
    Corpus corpus = assignment.evaluation().corpus();
    return new Batch.Weighted(id, Files.size(corpus.capture(corpus.session(id).orElseThrow())));
  }

  /** Runs a job over batches; returns the sessions that were a batch of their own and failed. */
  private List<String> failedAlone(List<Batch> batches) throws IOException {
    return batches(batches).stream()
        .map(failed -> batches.get(failed).sessions())
        .filter(sessions -> sessions.size() == 1)
        .map(sessions -> sessions.get(0))
        .toList();
  }

  /**
   * Runs a job over batches.
   *
   * @return the batches that failed, by index; empty when all are done
   */
  private Set<Integer> batches(List<Batch> batches) throws IOException {
    ClusterJob<Void> job = new ClusterJob<>(spark);
    ClusterJob.Outcome<Void> outcome =
        job.run(
            () ->
                spark
                    .parallelize(batches, batches.size())
                    .foreachAsync(new BatchTask(orders, refusals)),
            new ClusterJob.Follower() {
              @Override
              public void done(int task, String host) throws IOException {
                deliver(batches.get(task), host);
              }

              @Override
              public void check() {
                refusals.value().stream()
                    .findFirst()
                    .ifPresent(
                        refusal -> {
                          throw refusal.exception();
                        });
              }
            });
    if (!(outcome instanceof ClusterJob.Outcome.Aborted<Void> aborted)) {
      requireAll(batches);
      return Set.of();
    }
    aborted.requireCrash(spark.master());
    return aborted.failures().keySet();
  }

  private void requireAll(List<Batch> batches) {
    for (Batch batch : batches) {
      if (batch.sessions().stream().anyMatch(pending::contains)) {
        throw new IllegalStateException("Spark forgot sessions of " + batch);
      }
    }
  }

  /**
   * Takes what a task has kept; a task may be heard of twice. Whether one session is to be seen
   * here tells whether the storage is shared; all are read when they are gathered.
   */
  private void deliver(Batch batch, String host) throws IOException {
    List<String> kept = batch.sessions().stream().filter(pending::contains).toList();
    if (!kept.isEmpty() && !assignment.journal().holds(kept.get(0))) {
      throw notShared(kept.get(0), host);
    }
    kept.forEach(pending::remove);
    kept.forEach(finished);
  }

  private IOException notShared(String session, String host) {
    return new IOException(
        "session '%s' was evaluated on host %s, but its result is not to be seen here: %s must be"
                .formatted(session, host, assignment.journal().folder())
            + " storage that all machines share; choose it with --journal DIR|URI");
  }

  private void alone(String id) throws IOException {
    Session session = assignment.evaluation().corpus().session(id).orElseThrow();
    List<SessionResult.Part> parts = new ArrayList<>();
    for (int i = 0; i < assignment.evaluation().subjects().size(); i++) {
      parts.add(part(session, i));
    }
    assignment.journal().write(new SessionResult(id, parts));
    pending.remove(id);
    finished.accept(id);
  }

  private SessionResult.Part part(Session session, int subject) throws IOException {
    ClusterJob<List<String>> job = new ClusterJob<>(spark);
    ClusterJob.Outcome<List<String>> outcome =
        job.run(
            () ->
                spark
                    .parallelize(List.of(subject), 1)
                    .map(new LoneTask(orders, session.id()))
                    .collectAsync(),
            Unheard.INSTANCE);
    if (outcome instanceof ClusterJob.Outcome.Finished<List<String>> done) {
      return ResultJson.json()
          .parse(done.result().get(0), SessionResult.class, session.id())
          .byClassifier()
          .get(0);
    }
    ClusterJob.Outcome.Aborted<List<String>> aborted =
        (ClusterJob.Outcome.Aborted<List<String>>) outcome;
    aborted.requireCrash(spark.master());
    Map<Integer, TaskEvent.Failure> failures = aborted.failures();
    String words = failures.values().iterator().next().words();
    return CrashedSession.part(assignment.evaluation().corpus(), session, words);
  }

  /** For jobs that are only waited for. */
  private enum Unheard implements ClusterJob.Follower {
    INSTANCE;

    @Override
    public void done(int task, String host) {}

    @Override
    public void check() {}
  }
}
