package org.dreyfus.inline.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.dreyfus.inline.port.FrameCounter;
import org.dreyfus.inline.port.PortException;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.PortPath;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.inline.traffic.Transport;

/**
 * Offers more than a device can carry, beside other traffic, until it is closed. What comes through
 * is counted at the interfaces, so that all the tester's time goes into sending. Datagrams only: a
 * device needs no handshake to take note of them.
 */
public final class Overload implements AutoCloseable {

  private static final int SERVER_PORT = 7;
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long IDLE_NANOS = 20_000;
  private static final long QUIET_NANOS = 50_000_000;
  private static final double NANOS = 1e9;

  private final TestBed bed;
  private final PortPath path;
  private final StreamSender sender;
  private final Thread thread;
  private final long receivedBefore;
  private final long startNanos = System.nanoTime();
  private volatile long endNanos;
  private volatile boolean over;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /**
   * What was offered and what came through.
   *
   * @param offered packets/s
   * @param lostShare of the packets, 0 to 1
   */
  public record Seen(double offered, double lostShare) {}

  private Overload(TestBed bed, PortPath path, StreamSender sender) {
    this.bed = bed;
    this.path = path;
    this.sender = sender;
    this.receivedBefore = received(bed);
    this.thread = new Thread(this::send, "overload");
    thread.setDaemon(true);
  }

  /**
   * Begins at once.
   *
   * @param plan size and number of flows
   * @param packetsPerSecond bound of the offered rate, both directions together
   */
  public static Overload start(TestBed bed, LoadPlan plan, double packetsPerSecond) {
    PortPath path = bed.open();
    Transport[] transports = new Transport[plan.flows()];
    Arrays.fill(transports, Transport.UDP);
    StreamFrames frames =
        new StreamFrames(FlowAddresses.fresh(SERVER_PORT), transports, plan.frameBytes());
    Pacer pacer = new Pacer(LoadPhases.steady(LONGEST), packetsPerSecond, path.nanoTime());
    Overload overload =
        new Overload(bed, path, new StreamSender(path, frames, transports.length, pacer));
    overload.thread.start();
    return overload;
  }

  private static long received(TestBed bed) {
    return FrameCounter.received(bed.clients()) + FrameCounter.received(bed.servers());
  }

  private void send() {
    try {
      while (!over) {
        long before = sender.sent();
        sender.step();
        if (sender.sent() == before) {
          LockSupport.parkNanos(IDLE_NANOS);
        }
      }
    } catch (PortException e) {
      failure = Optional.of(e);
    } finally {
      endNanos = System.nanoTime();
    }
  }

  /**
   * Stops, waits until nothing more comes through, and counts. Other traffic on the wire counts as
   * having come through.
   *
   * @throws PortException when it could not be sent
   */
  public Seen end() {
    stop();
    failure.ifPresent(
        e -> {
          throw e;
        });
    double seconds = (endNanos - startNanos) / NANOS;
    long through = settled() - receivedBefore;
    long sent = Math.max(1, sender.sent());
    return new Seen(sent / seconds, Math.max(0, 1 - (double) through / sent));
  }

  /** What has arrived when no more comes: a device may have a queue. */
  private long settled() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long before = -1;
    long now = received(bed);
    while (now != before && System.nanoTime() < deadline) {
      LockSupport.parkNanos(QUIET_NANOS);
      before = now;
      now = received(bed);
    }
    return now;
  }

  private void stop() {
    over = true;
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    path.close();
  }
}
