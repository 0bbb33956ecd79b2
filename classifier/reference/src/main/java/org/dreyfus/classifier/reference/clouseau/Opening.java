package org.dreyfus.classifier.reference.clouseau;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.dreyfus.classifier.reference.fingerprint.Bytes;

/**
 * The first bytes that one side of a TCP connection says, put in order by sequence number (RFC
 * 9293, section 3.4). "Where one packet is not enough, markers from several packets with stored
 * history" (SafeMedia on its P2P Disaggregator).
 */
final class Opening {

  /** Enough for every fingerprint and for an announce with its query string. */
  private static final int KEPT_BYTES = 1024;

  private static final int FIRST_BYTES = 128;

  private byte[] bytes = new byte[FIRST_BYTES];
  private final BitSet seen = new BitSet();
  private boolean started;
  private int firstSequence;

  /** The side's SYN: its data begins one after. */
  void startsAfter(int synSequence) {
    started = true;
    firstSequence = synSequence + 1;
  }

  /**
   * Takes a segment; one that repeats, overlaps or comes early finds its place. Without a SYN the
   * first segment seen is the start.
   *
   * @return whether there is more to look at than before
   */
  boolean add(int sequence, ByteBuffer buffer, int offset, int length) {
    if (!started) {
      started = true;
      firstSequence = sequence;
    }
    int place = sequence - firstSequence;
    if (place >= KEPT_BYTES || place <= -length) {
      return false;
    }
    int skipped = Math.max(0, -place);
    int from = Math.max(0, place);
    int take = Math.min(length - skipped, KEPT_BYTES - from);
    int before = length();
    if (from + take > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(KEPT_BYTES, 2 * (from + take)));
    }
    buffer.get(offset + skipped, bytes, from, take);
    seen.set(from, from + take);
    return length() > before;
  }

  /** How many bytes there are without a gap. */
  int length() {
    return seen.nextClearBit(0);
  }

  boolean isFull() {
    return length() == KEPT_BYTES;
  }

  Bytes bytes() {
    return new Bytes(bytes, length());
  }
}
