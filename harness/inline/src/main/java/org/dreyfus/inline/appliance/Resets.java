package org.dreyfus.inline.appliance;

import java.util.Arrays;
import org.dreyfus.capture.flow.DecodedPacket;

/**
 * Ends TCP connections for both ends: RFC 9293, 3.5.2 and 3.10.7.4. A receiver takes a reset whose
 * sequence number is exactly the next that it expects (RFC 5961, 3.2), so the next of each
 * direction is kept, of what was passed on.
 *
 * <p>Only connections whose packets lie in plain IP in Ethernet are reset.
 */
final class Resets {

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  /** By slot, of both directions: the next sequence number. */
  private int[] next = new int[0];

  /** By slot, of both directions: whether a packet was passed on. */
  private boolean[] known = new boolean[0];

  /** A packet is passed on; the first of a flow makes what was known of its slot void. */
  void passed(int slot, boolean first, Side from, byte[] frame, DecodedPacket packet) {
    if (packet.ipProtocol() != Frames.TCP || packet.tcpFlags() == 0) {
      return;
    }
    makeRoom(slot);
    if (first) {
      known[2 * slot] = false;
      known[2 * slot + 1] = false;
    }
    int index = index(slot, from);
    int end = sequence(frame, packet) + length(packet);
    if (!known[index] || end - next[index] > 0) {
      next[index] = end;
      known[index] = true;
    }
  }

  private void makeRoom(int slot) {
    if (2 * slot + 1 >= next.length) {
      next = Arrays.copyOf(next, 4 * slot + 64);
      known = Arrays.copyOf(known, next.length);
    }
  }

  /**
   * The flow ends with a packet that is held back.
   *
   * @return how many resets were sent: two, or none when there is nothing to reset
   */
  int send(int slot, boolean first, Side from, byte[] frame, DecodedPacket packet, Wires wires) {
    int flags = packet.tcpFlags();
    if (packet.ipProtocol() != Frames.TCP
        || flags == 0
        || (flags & RST) != 0
        || !Frames.liesInEthernet(frame, packet.networkOffset())) {
      return 0;
    }
    makeRoom(slot);
    int there = index(slot, from.opposite());
    int here = index(slot, from);
    boolean knowsThere = !first && known[there];
    int end = sequence(frame, packet) + length(packet);
    int nextHere = !first && known[here] ? next[here] : sequence(frame, packet);
    boolean acknowledges = (flags & ACK) != 0;
    int nextThere = knowsThere ? next[there] : acknowledges ? acknowledged(frame, packet) : 0;
    boolean established = knowsThere || acknowledges;
    wires.send(
        from,
        reset(
            frame, packet, true, nextThere, established ? 0 : end, established ? RST : RST | ACK));
    wires.send(
        from.opposite(),
        reset(
            frame,
            packet,
            false,
            nextHere,
            established ? nextThere : 0,
            established ? RST | ACK : RST));
    return 2;
  }

  private static byte[] reset(
      byte[] frame,
      DecodedPacket packet,
      boolean toSender,
      int sequence,
      int acknowledged,
      int flags) {
    int source = Frames.u16(frame, packet.transportOffset());
    int destination = Frames.u16(frame, packet.transportOffset() + 2);
    byte[] segment =
        toSender
            ? Frames.tcp(destination, source, sequence, acknowledged, flags, new byte[0])
            : Frames.tcp(source, destination, sequence, acknowledged, flags, new byte[0]);
    int network = packet.networkOffset();
    return Frames.withChecksums(
        Frames.like(frame, network, toSender, Frames.TCP, segment).array(), network);
  }

  private static int index(int slot, Side from) {
    return 2 * slot + from.ordinal();
  }

  private static int sequence(byte[] frame, DecodedPacket packet) {
    return Frames.i32(frame, packet.transportOffset() + 4);
  }

  private static int acknowledged(byte[] frame, DecodedPacket packet) {
    return Frames.i32(frame, packet.transportOffset() + 8);
  }

  /** What the segment takes of the sequence space. */
  private static int length(DecodedPacket packet) {
    return packet.payloadWireBytes()
        + ((packet.tcpFlags() & SYN) != 0 ? 1 : 0)
        + ((packet.tcpFlags() & FIN) != 0 ? 1 : 0);
  }
}
