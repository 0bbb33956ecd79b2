package org.dreyfus.exchange.intake;

import java.io.IOException;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.flows.FlowFacts;

/** Tells what the flows of one capture are. */
@FunctionalInterface
public interface FlowLabels {

  /** The label of a flow. Called once a flow, in the order of their first frames. */
  Label of(FlowFacts flow) throws IOException;
}
