package org.dreyfus.recorder;

/** Hears how a recording goes. Called from several threads. */
public interface Progress {

  /** One line for people. */
  void note(String line);

  /**
   * A session is done.
   *
   * @param done sessions that exist now
   * @param all sessions that there will be
   */
  void recorded(String session, int done, int all);
}
