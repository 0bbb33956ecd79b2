package org.dreyfus.inline.appliance;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.dreyfus.inline.port.Port;

/**
 * Takes frames from both sides, asks the box, and passes them on. At most one thread runs it at a
 * time; when that is stuck in the box, another is given what it held and carries on.
 */
final class Forwarder {

  private static final int BATCH = 64;
  private static final int IDLE_SPINS = 20;
  private static final int IDLE_NAPS = 2_000;
  private static final long NAP_NANOS = 20_000;
  private static final long SLEEP_NANOS = 500_000;

  /** How many looks of the watch a call of the box may last. */
  record Patience(int forPacket, int forOther) {}

  private final Box box;
  private final Patience patience;
  private final Line client;
  private final Line server;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  private final Wires wires = this::add;

  Forwarder(Port client, Port server, Box box, Patience patience) {
    this.client = new Line(Side.CLIENT, client);
    this.server = new Line(Side.SERVER, server);
    this.box = box;
    this.patience = patience;
  }

  /** What is to be done between two frames. */
  void later(Runnable task) {
    tasks.add(task);
  }

  void stop() {
    stopped = true;
  }

  /** Runs until it is stopped, or the watch says that this thread was given up. */
  void run(Stopwatch watch, Optional<Held> held) {
    boolean ours = held.map(frame -> pass(frame.frame(), line(frame.from()), watch)).orElse(true);
    int idle = 0;
    while (ours && !stopped) {
      int moved = relay(client, watch);
      moved = moved < 0 ? moved : plus(moved, relay(server, watch));
      ours = moved >= 0 && tick(watch) && tasks(watch);
      idle = moved > 0 ? 0 : idle + 1;
      rest(idle);
    }
  }

  private static int plus(int one, int other) {
    return other < 0 ? other : one + other;
  }

  private static void rest(int idle) {
    if (idle > IDLE_NAPS) {
      LockSupport.parkNanos(SLEEP_NANOS);
    } else if (idle > IDLE_SPINS) {
      LockSupport.parkNanos(NAP_NANOS);
    }
  }

  /**
   * @return how many frames it took; -1 when this thread was given up
   */
  private int relay(Line from, Stopwatch watch) {
    for (int taken = 0; taken < BATCH; taken++) {
      Optional<byte[]> frame = from.port.receive();
      if (frame.isEmpty()) {
        return taken;
      }
      from.in++;
      if (from.port.wasCut()) {
        from.tooLong++;
      } else if (!pass(frame.get(), from, watch)) {
        return -1;
      }
    }
    return BATCH;
  }

  /**
   * @return false when this thread was given up
   */
  private boolean pass(byte[] frame, Line from, Stopwatch watch) {
    from.held = frame;
    watch.begin(patience.forPacket());
    box.look(frame);
    if (!watch.end()) {
      return false;
    }
    from.held = Line.NOTHING;
    if (box.passes(frame, from.side, wires)) {
      line(from.side.opposite()).port.send(frame, frame.length);
      from.forwarded++;
    } else {
      from.dropped++;
    }
    return true;
  }

  private boolean tick(Stopwatch watch) {
    watch.begin(patience.forOther());
    box.tick(System.nanoTime(), wires);
    return watch.end();
  }

  private boolean tasks(Stopwatch watch) {
    while (!tasks.isEmpty()) {
      Runnable task = tasks.remove();
      watch.begin(patience.forOther());
      task.run();
      if (!watch.end()) {
        return false;
      }
    }
    return true;
  }

  private void add(Side to, byte[] frame) {
    Line line = line(to);
    line.port.send(frame, frame.length);
    line.added++;
  }

  private Line line(Side side) {
    return side == Side.CLIENT ? client : server;
  }

  /** A frame in the hands of a thread that was given up. */
  record Held(byte[] frame, Side from) {}

  /** What the thread that was given up has left; empty when it was not busy with a frame. */
  Optional<Held> held() {
    for (Line line : new Line[] {client, server}) {
      if (line.held.length > 0) {
        Held held = new Held(line.held, line.side);
        line.held = Line.NOTHING;
        return Optional.of(held);
      }
    }
    return Optional.empty();
  }

  /** To be called on the thread that runs it, or when none does. */
  ApplianceStats stats() {
    return new ApplianceStats(client.stats(), server.stats(), box.stats());
  }

  /** One side: its interface and what went through it. */
  private static final class Line {
    private static final byte[] NOTHING = {};

    private final Side side;
    private final Port port;
    private byte[] held = NOTHING;
    private long in;
    private long forwarded;
    private long dropped;
    private long tooLong;
    private long added;

    Line(Side side, Port port) {
      this.side = side;
      this.port = port;
    }

    ApplianceStats.PortStats stats() {
      return new ApplianceStats.PortStats(
          port.place().device(), in, forwarded, dropped, tooLong, added, port.missed());
    }
  }
}
