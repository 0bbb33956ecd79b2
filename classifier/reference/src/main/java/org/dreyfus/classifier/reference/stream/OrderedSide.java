package org.dreyfus.classifier.reference.stream;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dreyfus.classifier.Packet;

/**
 * What one side of a TCP connection says, in order by sequence number (RFC 9293, section 3.4).
 * Segments that repeat or overlap are cut, those that come early are kept until the gap before them
 * is filled. When more than 256 KiB wait, a packet is missing from the capture: the rest of this
 * side is lost. Without a SYN the first segment seen is the start.
 */
public final class OrderedSide {

  private static final int SYN = 2;
  private static final int SEQUENCE_AT = 4;
  private static final int MOST_WAITING_BYTES = 256 << 10;

  private record Early(int sequence, byte[] data) {}

  private final ByteSink sink;
  private final List<Early> waiting = new ArrayList<>();
  private int waitingBytes;
  private boolean started;
  private boolean lost;
  private int next;

  /**
   * @param sink takes the bytes in order
   */
  public OrderedSide(ByteSink sink) {
    this.sink = sink;
  }

  /** Takes a packet of this side, with or without payload. */
  public void add(Packet packet) {
    boolean syn = (packet.tcpFlags() & SYN) != 0;
    if (lost || (!syn && packet.payloadLength() == 0)) {
      return; // among them fragments, and frames cut before their TCP header ended
    }
    int sequence = packet.buffer().getInt(packet.transportOffset() + SEQUENCE_AT);
    if (syn) {
      sequence++;
      start(sequence);
    } else if (!started) {
      start(sequence);
    }
    if (packet.payloadLength() > 0) {
      byte[] data = new byte[packet.payloadLength()];
      packet.buffer().get(packet.payloadOffset(), data);
      add(sequence, data);
    }
  }

  private void start(int sequence) {
    if (!started) {
      started = true;
      next = sequence;
    }
  }

  private void add(int sequence, byte[] data) {
    if (!deliver(sequence, data)) {
      waiting.add(new Early(sequence, data));
      waitingBytes += data.length;
      if (waitingBytes > MOST_WAITING_BYTES) {
        lost = true;
        waiting.clear();
      }
      return;
    }
    while (!waiting.isEmpty() && deliverOneThatWaited()) {
      // One that is delivered may fill the gap before another.
    }
  }

  private boolean deliverOneThatWaited() {
    for (Iterator<Early> all = waiting.iterator(); all.hasNext(); ) {
      Early early = all.next();
      if (deliver(early.sequence(), early.data())) {
        waitingBytes -= early.data().length;
        all.remove();
        return true;
      }
    }
    return false;
  }

  /** False when there is a gap before the segment. */
  private boolean deliver(int sequence, byte[] data) {
    int place = sequence - next;
    if (place > 0) {
      return false;
    }
    int known = -place;
    if (known >= 0 && known < data.length) {
      next += data.length - known;
      sink.accept(data, known, data.length - known);
    }
    return true;
  }
}
