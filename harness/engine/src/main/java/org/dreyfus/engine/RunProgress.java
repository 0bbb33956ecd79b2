package org.dreyfus.engine;

/** Hears how a run goes. */
@FunctionalInterface
public interface RunProgress {

  /**
   * Sessions have been evaluated.
   *
   * @param sessions that are finished
   * @param all sessions of the run
   */
  void finished(int sessions, int all);

  /**
   * Results have been gathered, which comes after all sessions are finished.
   *
   * @param sessions of which the results stand in bundles
   * @param all sessions of the run
   */
  default void gathered(int sessions, int all) {}
}
