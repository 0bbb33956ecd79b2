package org.dreyfus.capture.inspect;

import java.net.InetAddress;

/** Takes the results of a pass, one call at a time. */
public interface PassListener {

  /** A flow has ended. Called once for every flow, in the same order at every run. */
  void ended(EndedFlow flow);

  /**
   * A classifier accuses a host, at the end of the capture. Once for each of both.
   *
   * @param classifier its position among the classifiers, from 0
   */
  default void accused(int classifier, InetAddress host, String reason) {}

  /**
   * A classifier crashed; told at the end of the capture, also when no flow was affected.
   *
   * @param classifier its position among the classifiers, from 0
   * @param cause one line
   */
  default void crashed(int classifier, String cause) {}
}
