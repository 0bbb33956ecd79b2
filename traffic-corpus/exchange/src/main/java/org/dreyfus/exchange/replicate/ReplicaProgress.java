package org.dreyfus.exchange.replicate;

/** Hears of every replica that stands in the new corpus. */
@FunctionalInterface
public interface ReplicaProgress {

  /**
   * @param done sessions written so far, those of an earlier attempt included
   * @param all sessions of the finished corpus
   */
  void written(int done, int all);
}
