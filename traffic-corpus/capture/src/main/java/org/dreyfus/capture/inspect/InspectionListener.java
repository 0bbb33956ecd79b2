package org.dreyfus.capture.inspect;

import java.util.List;

/** Takes the results of a pass as objects to keep. */
public interface InspectionListener extends PassListener {

  /**
   * A flow has ended. Called once for every flow, in no promised order but the same at every run.
   *
   * @param answers one for each classifier, in the order they were given
   */
  void flowEnded(FlowRecord flow, List<Answer> answers);

  @Override
  default void ended(EndedFlow flow) {
    flowEnded(flow.record(), flow.answers());
  }
}
