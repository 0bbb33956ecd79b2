package org.dreyfus.cluster;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark application that evaluates nothing: what Spark takes by itself, to be subtracted when the
 * overhead of an evaluation is measured.
 */
public final class EmptyJob {

  private EmptyJob() {}

  /**
   * Starts Spark, runs one task a core, each of which does nothing, and ends.
   *
   * @param arguments the master
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Optional<String> master = arguments.length == 0 ? Optional.empty() : Optional.of(arguments[0]);
    try (Application application = new Application(Configurations.of(master, Map.of()))) {
      JavaSparkContext spark = application.context();
      int tasks = spark.defaultParallelism();
      Batch nothing = Batch.of("");
      spark.parallelize(Collections.nCopies(tasks, nothing), tasks).foreachAsync(batch -> {}).get();
    }
  }
}
