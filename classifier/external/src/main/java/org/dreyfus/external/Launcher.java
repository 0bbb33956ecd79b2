package org.dreyfus.external;

/** Starts a plugin, once for each capture. Used by several threads. */
public interface Launcher {

  /**
   * Starts the plugin and returns at once; that it may still be starting up is no error.
   *
   * @throws LaunchException when it cannot be started: the message says what to do
   */
  Launched start(Start start) throws LaunchException;

  /** What keeps the plugin from the rest of this machine, in words, for the results. */
  String isolation();
}
