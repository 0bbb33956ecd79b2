package org.dreyfus.inline.traffic;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.dreyfus.classifier.Direction;

/**
 * A path with a clock of its own that goes on when it is used: a device that carries so many
 * packets a second, has a queue, and drops what a rule says.
 */
public final class SimulatedPath implements TestPath {

  private static final long LOOK_NANOS = 50;
  private static final long SEND_NANOS = 2_000;
  private static final long RECEIVE_NANOS = 500;

  private final double packetsPerSecond;
  private final int queue;
  private final long latencyNanos;
  private final Predicate<byte[]> dropped;
  private final Queue<Arrival> atServers = new ArrayDeque<>();
  private final Queue<Arrival> atClients = new ArrayDeque<>();
  private long now = 1_000_000;
  private double freeAt;
  private long sent;

  private record Arrival(long atNanos, byte[] frame) {}

  public SimulatedPath(
      double packetsPerSecond, int queue, long latencyNanos, Predicate<byte[]> dropped) {
    this.packetsPerSecond = packetsPerSecond;
    this.queue = queue;
    this.latencyNanos = latencyNanos;
    this.dropped = dropped;
  }

  /** One that carries everything. */
  public static SimulatedPath wire() {
    return new SimulatedPath(1e9, 1_000_000, 10_000, frame -> false);
  }

  @Override
  public void send(Direction direction, byte[] frame, int length) {
    now += SEND_NANOS;
    sent++;
    double service = 1e9 / packetsPerSecond;
    double waiting = Math.max(0, freeAt - now) / service;
    if (waiting < queue && !dropped.test(frame)) {
      freeAt = Math.max(now, freeAt) + service;
      arrivals(direction).add(new Arrival((long) freeAt + latencyNanos, frame.clone()));
    }
  }

  /** Puts a frame on the wire that nobody sent. */
  public void inject(Direction direction, byte[] frame) {
    arrivals(direction).add(new Arrival(now, frame.clone()));
  }

  @Override
  public int receive(Direction direction, int limit, Consumer<byte[]> sink) {
    now += RECEIVE_NANOS;
    Queue<Arrival> waiting = arrivals(direction);
    int taken = 0;
    while (taken < limit) {
      Arrival next = waiting.peek();
      if (next == null || next.atNanos() > now) {
        break;
      }
      waiting.remove();
      taken++;
      sink.accept(next.frame());
    }
    return taken;
  }

  private Queue<Arrival> arrivals(Direction direction) {
    return direction == Direction.FROM_INITIATOR ? atServers : atClients;
  }

  /** How many frames were sent into it. */
  public long sent() {
    return sent;
  }

  @Override
  public long nanoTime() {
    now += LOOK_NANOS;
    return now;
  }

  @Override
  public void pause(long nanos) {
    now += nanos;
  }

  @Override
  public void spin(long nanos) {
    now += nanos;
  }

  @Override
  public long missed() {
    return 0;
  }

  @Override
  public int largestFrame() {
    return 1_514;
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public void close() {}
}
