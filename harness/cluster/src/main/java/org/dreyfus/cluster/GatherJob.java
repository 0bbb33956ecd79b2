package org.dreyfus.cluster;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.Chunk;
import org.dreyfus.engine.ChunkSink;

/**
 * Gathers a run: a task a chunk. Parts lie beside the journal until those before them are taken, so
 * that the driver holds one chunk at a time.
 */
final class GatherJob implements ClusterJob.Follower {

  private final Assignment assignment;
  private final ChunkSink sink;
  private final BitSet done = new BitSet();
  private int taken;

  GatherJob(Assignment assignment, ChunkSink sink) {
    this.assignment = assignment;
    this.sink = sink;
  }

  /**
   * @throws IOException when storage or the cluster fails
   */
  void run(JavaSparkContext spark, Broadcast<GatherOrders> orders) throws IOException {
    int chunks = Chunk.of(assignment.evaluation().corpus()).size();
    if (chunks == 0) {
      return;
    }
    List<Integer> numbers = IntStream.range(0, chunks).boxed().toList();
    ClusterJob.Outcome<Void> outcome =
        new ClusterJob<Void>(spark)
            .run(
                () -> spark.parallelize(numbers, chunks).foreachAsync(new GatherTask(orders)),
                this);
    if (outcome instanceof ClusterJob.Outcome.Aborted<Void> aborted) {
      aborted.requireCrash(spark.master());
      throw new IOException(
          "%s: results could not be gathered (%s); the same command goes on from here"
              .formatted(spark.master(), aborted.failures().values().iterator().next().words()));
    }
    if (taken < chunks) {
      throw new IllegalStateException("Spark forgot chunk " + taken + " of " + chunks);
    }
  }

  /** Takes what is complete up to here; a task may be heard of twice. */
  @Override
  public void done(int chunk, String host) throws IOException {
    done.set(chunk);
    while (done.get(taken)) {
      sink.take(assignment.journal().parts().take(taken));
      taken++;
    }
  }

  @Override
  public void check() {}
}
