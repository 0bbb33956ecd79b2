package org.dreyfus.exchange.replicate;

/** Hears of every replica that was written. */
@FunctionalInterface
public interface ReplicaProgress {

  /**
   * @param done sessions written so far, those of an earlier attempt included
   * @param all sessions in the end
   */
  void written(long done, long all);
}
