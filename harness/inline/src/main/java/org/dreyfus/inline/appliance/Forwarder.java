package org.dreyfus.inline.appliance;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dreyfus.inline.port.Port;

/**
 * Takes frames from both sides, asks the box, and passes them on. At most one thread runs it at a
 * time; when that is stuck in the box, another carries on with the frame that it was busy with.
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
  private boolean looking;

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
  void run(Stopwatch watch) {
    boolean ours = true;
    int idle = 0;
    while (ours && !stopped) {
      int there = relay(client, watch);
      int back = there < 0 ? there : relay(server, watch);
      ours = back >= 0 && tick(watch) && tasks(watch);
      idle = there + back > 0 ? 0 : idle + 1;
      rest(idle);
    }
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
    int taken = from.take();
    while (from.hasNext()) {
      if (!pass(from.next(), from, watch)) {
        return -1;
      }
    }
    return taken;
  }

  /**
   * @return false when this thread was given up
   */
  private boolean pass(byte[] frame, Line from, Stopwatch watch) {
    looking = true;
    watch.begin(patience.forPacket());
    box.look(frame);
    if (!watch.end()) {
      return false;
    }
    looking = false;
    if (box.passes(frame, from.side, wires)) {
      line(from.side.opposite()).port.send(frame, frame.length);
      from.forwarded++;
    } else {
      from.dropped++;
    }
    from.done();
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

  /** Whether the thread that was given up was busy with a frame: the next one begins with it. */
  boolean wasLooking() {
    boolean was = looking;
    looking = false;
    return was;
  }

  /** To be called on the thread that runs it, or when none does. */
  ApplianceStats stats() {
    return new ApplianceStats(client.stats(), server.stats(), box.stats());
  }

  /** One side: its interface and what went through it. */
  private static final class Line {
    private final Side side;
    private final Port port;
    private final byte[][] batch = new byte[BATCH][];
    private final Consumer<byte[]> sink = this::arrived;
    private int filled;
    private int done;
    private long in;
    private long forwarded;
    private long dropped;
    private long tooLong;
    private long added;

    Line(Side side, Port port) {
      this.side = side;
      this.port = port;
    }

    /** Takes the next batch, when the last is done with. */
    int take() {
      if (hasNext()) {
        return filled - done;
      }
      filled = 0;
      done = 0;
      return port.receive(BATCH, sink);
    }

    private void arrived(byte[] frame) {
      in++;
      if (port.isCut(frame)) {
        tooLong++;
      } else {
        batch[filled++] = frame;
      }
    }

    boolean hasNext() {
      return done < filled;
    }

    /** The same until it is done with. */
    byte[] next() {
      return batch[done];
    }

    void done() {
      done++;
    }

    ApplianceStats.PortStats stats() {
      return new ApplianceStats.PortStats(
          port.place().device(), in, forwarded, dropped, tooLong, added, port.missed());
    }
  }
}
