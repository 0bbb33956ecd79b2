package org.dreyfus.inline.appliance.meddling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.inline.appliance.Frames;
import org.dreyfus.inline.appliance.Side;
import org.dreyfus.inline.appliance.Wires;

/** TCP SYN segments from made-up addresses to trackers that were seen, at a bounded rate. */
final class Flood {

  private static final int SYN = 2;
  private static final int MOST_IN_ONE_GO = 32;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** A tracker: a packet that was sent to it, where its IP header starts, and its side. */
  private record Target(String name, byte[] like, int network, int port, Side side) {}

  private final MadeUp madeUp;
  private final int perSecond;
  private final long most;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Long> sent = new TreeMap<>();
  private List<Target> turns = List.of();
  private long inAll;
  private long nextNanos;

  /**
   * @param perSecond to all trackers together
   * @param most in all, whatever is forgotten in between
   */
  Flood(MadeUp madeUp, int perSecond, long most) {
    this.madeUp = madeUp;
    this.perSecond = perSecond;
    this.most = most;
  }

  /** Somebody asked a tracker; over IPv4 only. */
  void seen(byte[] frame, DecodedPacket packet, Side tracker) {
    int network = packet.networkOffset();
    if (Frames.u8(frame, network) >>> 4 != 4) {
      return;
    }
    int port = Frames.u16(frame, packet.transportOffset() + 2);
    String name =
        "%d.%d.%d.%d:%d"
            .formatted(
                Frames.u8(frame, network + 16),
                Frames.u8(frame, network + 17),
                Frames.u8(frame, network + 18),
                Frames.u8(frame, network + 19),
                port);
    if (!targets.containsKey(name)) {
      targets.put(name, new Target(name, frame.clone(), network, port, tracker));
      turns = new ArrayList<>(targets.values());
      sent.put(name, 0L);
    }
  }

  /** Sends what is due: what could not be sent in time is not made up for. */
  void tick(long nowNanos, Wires wires) {
    if (turns.isEmpty() || perSecond == 0) {
      return;
    }
    long gap = NANOS_PER_SECOND / perSecond;
    nextNanos = Math.max(nextNanos, nowNanos - MOST_IN_ONE_GO * gap);
    while (nextNanos <= nowNanos && inAll < most) {
      Target target = turns.get((int) (inAll % turns.size()));
      wires.send(target.side(), syn(target));
      sent.merge(target.name(), 1L, Long::sum);
      inAll++;
      nextNanos += gap;
    }
  }

  private byte[] syn(Target target) {
    byte[] segment = Frames.tcp(madeUp.port(), target.port(), madeUp.number(), 0, SYN, new byte[0]);
    int network = target.network();
    return Frames.withChecksums(
        Frames.like(target.like(), network, false, Frames.TCP, segment)
            .putInt(network + 12, madeUp.address())
            .array(),
        network);
  }

  void reset() {
    targets.clear();
    turns = List.of();
    sent.clear();
  }

  /** By tracker, since the last reset. */
  Map<String, Long> sent() {
    return new TreeMap<>(sent);
  }

  /** Since the start. */
  long inAll() {
    return inAll;
  }
}
