package org.dreyfus.engine;

/** Hears how a run goes. */
@FunctionalInterface
public interface RunProgress {

  /**
   * @param sessions that are finished
   * @param all sessions of the run
   */
  void finished(int sessions, int all);
}
