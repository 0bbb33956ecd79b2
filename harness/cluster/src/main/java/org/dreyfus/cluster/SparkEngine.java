package org.dreyfus.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.dreyfus.cluster.storage.Storage;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.ChunkSink;
import org.dreyfus.engine.Gathering;
import org.dreyfus.engine.Journal;
import org.dreyfus.engine.SessionEngine;

/** Sessions on the executors of a Spark application. */
final class SparkEngine implements SessionEngine {

  private final Application application;
  private final Map<String, Path> plugins;

  /**
   * @param plugins frozen folders by digest
   */
  SparkEngine(Application application, Map<String, Path> plugins) {
    this.application = application;
    this.plugins = Map.copyOf(plugins);
  }

  @Override
  public void evaluate(Assignment assignment, List<String> sessions, Consumer<String> finished)
      throws IOException {
    application.use(
        spark -> {
          Orders orders = Orders.of(assignment);
          ship(spark, orders);
          Broadcast<Orders> told = spark.broadcast(orders);
          try {
            new Rounds(spark, assignment, told, finished).run(sessions);
          } finally {
            Station.forget(orders);
            destroy(spark, told);
          }
        });
  }

  @Override
  public void gather(Assignment assignment, Gathering gathering, ChunkSink sink)
      throws IOException {
    application.use(
        spark -> {
          GatherOrders orders = GatherOrders.of(assignment, gathering);
          Broadcast<GatherOrders> told = spark.broadcast(orders);
          try {
            new GatherJob(assignment, sink).run(spark, told);
          } finally {
            GatherStation.forget(orders);
            destroy(spark, told);
          }
        });
  }

  private static void destroy(JavaSparkContext spark, Broadcast<?> told) {
    if (!spark.sc().isStopped()) {
      told.destroy();
    }
  }

  @Override
  public void forget(Journal journal) throws IOException {
    journal.delete(Storage::delete);
  }

  /** Spark's own file server hands them to executors that ask. */
  private void ship(JavaSparkContext spark, Orders orders) throws IOException {
    Map<String, Path> wanted =
        orders.subjects().stream()
            .map(SubjectOrder::digest)
            .filter(digest -> !digest.isEmpty())
            .distinct()
            .collect(Collectors.toMap(digest -> digest, this::folder));
    for (Map.Entry<String, Path> plugin : wanted.entrySet()) {
      Path folder = Files.createTempDirectory("dreyfus-shipped-");
      Path archive = folder.resolve(PluginArchive.name(plugin.getKey()));
      PluginArchive.pack(plugin.getValue(), archive);
      spark.addFile(archive.toString());
      application.deleteAtEnd(archive);
      application.deleteAtEnd(folder);
    }
  }

  private Path folder(String digest) {
    Path folder = plugins.get(digest);
    if (folder == null) {
      throw new IllegalStateException("nobody says where the plugin with digest " + digest + " is");
    }
    return folder;
  }
}
