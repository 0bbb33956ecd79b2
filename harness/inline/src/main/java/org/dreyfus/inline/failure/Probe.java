package org.dreyfus.inline.failure;

import java.util.SortedMap;
import org.dreyfus.inline.traffic.TestBed;

/** Traffic that shows what a device does with flows. */
public interface Probe {

  /** What the flows are to the device when it is well. */
  enum Kind {
    /** It has no reason to stop them. */
    HARMLESS,
    /** It stops them. */
    BLOCKABLE
  }

  Kind kind();

  /**
   * Runs the traffic once, from and to addresses that were not used before, and sends again what
   * does not arrive, as hosts do. Other traffic may be on the wire meanwhile.
   *
   * @return by the name of each flow, which is the same each time, whether the flow passed; false
   *     when it was stopped on the way
   */
  SortedMap<String, Boolean> run(TestBed bed);

  /** Opens flows that go on later. Only probes that can do that have any. */
  default Standing open(TestBed bed) {
    return Standing.none();
  }
}
