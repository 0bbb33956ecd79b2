package org.dreyfus.scoring.inline;

import java.util.List;
import java.util.Optional;

/**
 * What a device on the wire did with one flow of the corpus: a line of {@code inline.jsonl}.
 *
 * @param session id of the session
 * @param flow number of the flow's first frame in the session's capture, from 1
 * @param verdict over all replays
 * @param blockedReplays in how many replays it was blocked: its rate is this over {@code replays}
 * @param replays one for each time it was replayed, with fresh addresses each time
 * @param controls the same flow changed, one of each kind; empty when it was not blocked
 * @param cause what the controls say about a flow that was blocked in every replay
 */
public record InlineFlow(
    String session,
    long flow,
    InlineVerdict verdict,
    int blockedReplays,
    List<FlowReplay> replays,
    List<Control> controls,
    Optional<Cause> cause) {

  public InlineFlow {
    replays = List.copyOf(replays);
    controls = List.copyOf(controls);
  }

  /** What blocked a flow, as far as its controls tell. */
  public enum Cause {
    /** With every bit of its payload inverted it passes: what it says is what blocks it. */
    CONTENT,
    /** Inverted it is blocked as well: its addresses, ports, sizes or order do it. */
    ANY_CONTENT,
    /** With other times and little beside it, it passes: the load or the times do it. */
    LOAD_OR_TIMING
  }

  /** What a control does to a session. */
  public enum Change {
    /** Every bit of every payload inverted, checksums redone. */
    BIT_INVERTED,
    /** Few sessions on the wire, packets at even distances. */
    RE_TIMED
  }

  /**
   * A changed replay of a session that has a blocked flow.
   *
   * @param change what was done to it
   * @param replay what became of the flow
   */
  public record Control(Change change, FlowReplay replay) {}
}
