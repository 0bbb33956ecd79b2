package org.dreyfus.exchange.replicate;

import java.io.IOException;

/** Takes the labels of an interleaved capture, in the order of their flows' first frames. */
@FunctionalInterface
interface FlowLabels {
  void write(ReplicatedFlow flow) throws IOException;
}
