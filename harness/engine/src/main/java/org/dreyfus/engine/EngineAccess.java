package org.dreyfus.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An engine that somebody has asked for, and the storage that it shares with this machine. */
public interface EngineAccess extends AutoCloseable {

  /** Where sessions are evaluated, in words: engine, version and master. */
  String words();

  /**
   * Whether a text names a place on shared storage, by its scheme, and is not a plain path of this
   * machine.
   */
  boolean isLocation(String text);

  /**
   * The path that a location names.
   *
   * @throws IOException when it cannot be reached; the message says what to do
   */
  Path path(String location) throws IOException;

  /**
   * The engine.
   *
   * @param plugins the frozen folders of what vendors handed in, by digest
   */
  SessionEngine engine(Map<String, Path> plugins);

  /** Ends whatever runs. */
  @Override
  void close();
}
