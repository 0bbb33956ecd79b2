package org.dreyfus.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.dreyfus.cluster.storage.Storage;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.SessionEngine;

/** A Spark application, started when it is first needed. */
final class Application implements EngineAccess {

  private static final String HADOOP = "spark.hadoop.";

  private final SparkConf conf;
  private final List<Path> leftovers = new ArrayList<>();
  private Optional<JavaSparkContext> context = Optional.empty();

  Application(SparkConf conf) {
    this.conf = conf;
  }

  /**
   * The running application.
   *
   * @throws IOException when it cannot be started; the message says why
   */
  JavaSparkContext context() throws IOException {
    if (context.isEmpty()) {
      try {
        context = Optional.of(new JavaSparkContext(conf));
      } catch (Exception | ExceptionInInitializerError e) {
        // Scala declares no exceptions; Spark throws checked ones, too.
        throw new IOException(
            "Spark cannot be started with master '%s': %s"
                .formatted(conf.get("spark.master"), e.getMessage()),
            e);
      }
    }
    return context.get();
  }

  /** Does something with Spark. */
  @FunctionalInterface
  interface Use {
    void of(JavaSparkContext spark) throws IOException;
  }

  /**
   * Does something with the running application.
   *
   * @throws IOException of what is done; also when Spark cannot be started, or ends the application
   *     itself, as it does when no master answers for a minute
   */
  void use(Use use) throws IOException {
    JavaSparkContext spark = context();
    try {
      use.of(spark);
    } catch (IllegalStateException e) {
      if (!spark.sc().isStopped()) {
        throw e;
      }
      throw new IOException(
          "%s: Spark ended the application; check that a master answers there, and its log. The"
                  .formatted(spark.master())
              + " same command goes on from here",
          e);
    }
  }

  /** Removes a file when the application ends, the last named last. */
  void deleteAtEnd(Path path) {
    leftovers.add(path);
  }

  @Override
  public String words() {
    return "Apache Spark %s, master %s"
        .formatted(org.apache.spark.package$.MODULE$.SPARK_VERSION(), conf.get("spark.master"));
  }

  @Override
  public boolean isLocation(String text) {
    return Storage.isLocation(text);
  }

  @Override
  public Path path(String location) throws IOException {
    Configuration hadoop = new Configuration();
    for (Map.Entry<String, String> entry : Configurations.withPrefix(conf, HADOOP).entrySet()) {
      hadoop.set(entry.getKey(), entry.getValue());
    }
    return Storage.path(location, hadoop);
  }

  @Override
  public SessionEngine engine(Map<String, Path> plugins) {
    return new SparkEngine(this, plugins);
  }

  @Override
  public void close() {
    context.ifPresent(JavaSparkContext::close);
    context = Optional.empty();
    try {
      for (Path path : leftovers) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
