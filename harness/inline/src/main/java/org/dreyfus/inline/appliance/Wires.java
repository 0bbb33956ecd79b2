package org.dreyfus.inline.appliance;

/** Where a box sends what is its own. */
public interface Wires {

  /** Sends a frame that nobody sent to the box. */
  void send(Side to, byte[] frame);
}
