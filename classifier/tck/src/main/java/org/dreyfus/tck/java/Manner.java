package org.dreyfus.tck.java;

/**
 * How a classifier is called. All of these are within its contract.
 *
 * @param foreignSeed of the bytes around each packet
 * @param endsEarly whether a flow is concluded right after its last packet, not at the end of the
 *     capture
 * @param recycles whether the slot of a flow that was concluded is the next to be given out
 */
public record Manner(long foreignSeed, boolean endsEarly, boolean recycles) {

  /** As the harness does: flows end with the capture, or when their key is opened anew. */
  public static Manner asTheHarness() {
    return new Manner(1, false, false);
  }

  /** The same with other bytes around the packets. */
  public Manner withForeign(long seed) {
    return new Manner(seed, endsEarly, recycles);
  }
}
