package org.dreyfus.classifier;

/** Whether a classifier can run on this machine. */
public sealed interface Availability {

  /** It can. */
  record Available() implements Availability {}

  /**
   * It cannot.
   *
   * @param reason what is missing: {@code "libndpi was not found"}
   * @param remedy what to do about it: {@code "apt-get install libndpi4.2"}
   */
  record Unavailable(String reason, String remedy) implements Availability {}
}
