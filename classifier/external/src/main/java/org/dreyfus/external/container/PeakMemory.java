package org.dreyfus.external.container;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The most memory that a container was seen to use. With control groups of version 1 the kernel
 * keeps the maximum; with version 2 the engine tells the present use only, and what was between two
 * looks is not seen. A container that is gone tells nothing.
 */
final class PeakMemory {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EngineSocket socket;
  private final String target;
  private final AtomicLong peakBytes = new AtomicLong();

  PeakMemory(DockerEngine engine, String container) {
    this.socket = engine.socket();
    this.target = engine.target(container, "stats?stream=false&one-shot=true");
  }

  /** Looks once. Does nothing when the engine does not tell. */
  void look() {
    try {
      JsonNode memory = JSON.readTree(socket.get(target)).path("memory_stats");
      long now = Math.max(memory.path("max_usage").asLong(0), memory.path("usage").asLong(0));
      peakBytes.accumulateAndGet(now, Math::max);
    } catch (IOException | JacksonException e) {
      return;
    }
  }

  /** Notes what is known from elsewhere. */
  void atLeast(long bytes) {
    peakBytes.accumulateAndGet(bytes, Math::max);
  }

  /** In bytes; empty when no look found it alive. */
  OptionalLong bytes() {
    long peak = peakBytes.get();
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }
}
