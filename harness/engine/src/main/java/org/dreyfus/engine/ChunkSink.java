package org.dreyfus.engine;

import java.io.IOException;

/** Takes the chunks of a run, when they are gathered. */
@FunctionalInterface
public interface ChunkSink {

  /**
   * Takes one.
   *
   * @throws IOException when it cannot be put to where it belongs
   */
  void take(GatheredChunk chunk) throws IOException;
}
