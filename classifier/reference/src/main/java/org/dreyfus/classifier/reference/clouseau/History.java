package org.dreyfus.classifier.reference.clouseau;

import java.util.Arrays;
import org.dreyfus.classifier.Direction;

/**
 * What the box remembers of one flow: the first bytes of each direction. "Where one packet is not
 * enough, markers from several packets with stored history" (SafeMedia on its P2P Disaggregator).
 */
final class History {

  /** Enough for every fingerprint and for an announce with its query string. */
  private static final int KEPT_BYTES = 1024;

  private byte[] initiator = new byte[0];
  private byte[] responder = new byte[0];

  Bytes add(Direction direction, byte[] payload) {
    byte[] before = direction == Direction.FROM_INITIATOR ? initiator : responder;
    int take = Math.min(payload.length, KEPT_BYTES - before.length);
    byte[] after = before;
    if (take > 0) {
      after = Arrays.copyOf(before, before.length + take);
      System.arraycopy(payload, 0, after, before.length, take);
    }
    if (direction == Direction.FROM_INITIATOR) {
      initiator = after;
    } else {
      responder = after;
    }
    return new Bytes(after, after.length);
  }

  /** Whether more would be remembered. */
  boolean isFull() {
    return initiator.length == KEPT_BYTES && responder.length == KEPT_BYTES;
  }
}
