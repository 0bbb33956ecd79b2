package org.dreyfus.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Chunk;
import org.dreyfus.engine.Gatherer;
import org.dreyfus.engine.Gathering;
import org.dreyfus.engine.Journal;

/** What an executor needs to gather a run, made once for all of its tasks. */
final class GatherStation {

  private static final Map<String, GatherStation> OPEN = new ConcurrentHashMap<>();

  private final List<Chunk> chunks;
  private final Journal journal;
  private final Gatherer gatherer;

  private GatherStation(List<Chunk> chunks, Journal journal, Gatherer gatherer) {
    this.chunks = chunks;
    this.journal = journal;
    this.gatherer = gatherer;
  }

  /**
   * The station of a run on this executor.
   *
   * @throws org.dreyfus.engine.EngineException when corpus or journal are missing here
   * @throws IOException when storage does not answer
   */
  static synchronized GatherStation of(GatherOrders orders) throws IOException {
    GatherStation known = OPEN.get(orders.run());
    if (known != null) {
      return known;
    }
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    Corpus corpus = Shared.corpus(orders.corpus(), orders.outline(), hadoop);
    Journal journal = Shared.journal(orders.journal(), hadoop);
    Gathering gathering =
        ResultJson.json().parse(orders.gathering(), Gathering.class, "what is gathered");
    GatherStation opened =
        new GatherStation(Chunk.of(corpus), journal, new Gatherer(corpus, journal, gathering));
    OPEN.put(orders.run(), opened);
    return opened;
  }

  /** Forgets a run in this process. */
  static void forget(GatherOrders orders) {
    OPEN.remove(orders.run());
  }

  /** Gathers a chunk and keeps it where the driver finds it. */
  void gather(int chunk) throws IOException {
    journal.parts().keep(gatherer.gather(chunks.get(chunk)));
  }
}
