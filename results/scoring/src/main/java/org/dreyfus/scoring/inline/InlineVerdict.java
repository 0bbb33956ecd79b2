package org.dreyfus.scoring.inline;

/** What a device does with a flow, over all replays of it. */
public enum InlineVerdict {
  /** Neither blocked nor throttled in most replays. */
  ALLOWED,
  /** Blocked in at least two of three replays. */
  BLOCKED,
  /** Let through, but held back in at least two of three replays. */
  THROTTLED,
  /** What was lost is no more than the wire itself loses, and no less than a block would be. */
  INCONCLUSIVE
}
