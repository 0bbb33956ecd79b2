package org.dreyfus.classifier;

/** Which way a packet of a flow travels. The initiator is the sender of the flow's first packet. */
public enum Direction {
  FROM_INITIATOR,
  FROM_RESPONDER
}
