package org.dreyfus.external;

import java.io.InputStream;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Optional;

/**
 * A plugin at work on one capture. Input and output are used by one thread each; {@link #kill} may
 * be called by any.
 */
public interface Launched extends AutoCloseable {

  /**
   * The plugin's standard input: blocks while the plugin does not read. Closing it is the end of
   * input. Fails once the plugin is gone.
   */
  WritableByteChannel input();

  /** The plugin's standard output: ends when the plugin closes it or is gone. */
  InputStream output();

  /** The last lines that it wrote to standard error so far, at most 4 KiB. */
  String log();

  /** Ends the plugin and all it started, now. Does nothing when it is gone. */
  void kill();

  /**
   * Waits until the plugin and all it started are gone.
   *
   * @return how it ended; empty when it did not within that time
   */
  Optional<Ending> await(Duration patience) throws InterruptedException;

  /** Kills what is left, and removes whatever the launcher made. Never throws. */
  @Override
  void close();
}
