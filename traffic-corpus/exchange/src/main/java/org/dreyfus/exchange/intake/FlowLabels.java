package org.dreyfus.exchange.intake;

import java.io.IOException;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.labels.Place;

/** Tells what the flows of one capture are. */
@FunctionalInterface
public interface FlowLabels {

  /** The label of a flow. Called once a flow, in the order of their first frames. */
  Label of(FlowFacts flow) throws IOException;

  /** Where the label of a flow was read, for errors. */
  default Place place(FlowFacts flow) {
    return problem -> new ExchangeException("flow %d: %s".formatted(flow.number(), problem));
  }
}
