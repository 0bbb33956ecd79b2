package org.dreyfus.corpus;

/**
 * Ties a session to its twin: same programs, protocol, protection and topology; only the rights
 * differ.
 *
 * @param id shared by both members
 * @param type whether the works differ or only the licence does; never pooled
 * @param workPair id of the pair of works, shared by all uses of it: the unit of the coin
 */
public record Pair(String id, Type type, String workPair) {

  /** How the members of a pair differ. */
  public enum Type {
    /** Different works from one generator. */
    W,
    /** Identical bytes; one distributor authorised and one not. */
    L
  }
}
