package org.dreyfus.inline.appliance;

/** What a box does when its classifier is at its end. */
public enum Failing {
  /** Everything passes. */
  OPEN,
  /** Nothing passes of flows that were undecided, or are new. */
  CLOSED
}
