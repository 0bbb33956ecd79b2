package org.dreyfus.capture.inspect;

import java.net.InetAddress;
import java.util.List;

/** Takes the results of a pass. Called on the thread of the pass. */
public interface InspectionListener {

  /**
   * A flow has ended. Called once for every flow, in no promised order but the same at every run.
   *
   * @param answers one for each classifier, in the order they were given
   */
  void flowEnded(FlowRecord flow, List<Answer> answers);

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
