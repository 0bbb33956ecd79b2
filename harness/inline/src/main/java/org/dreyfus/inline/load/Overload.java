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
  private static final double NANOS = 1e9;

  private final TestBed bed;
  private final PortPath path;
  private final StreamSender sender;
  private final Thread thread;
  private final long receivedBefore;
  private final long startNanos = System.nanoTime();
  private volatile boolean over;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /**
   * What was offered and what came through so far.
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
    }
  }

  /**
   * How it goes. Other traffic on the wire counts as having come through.
   *
   * @throws PortException when it could not be sent
   */
  public Seen seen() {
    failure.ifPresent(
        e -> {
          throw e;
        });
    long through = received(bed) - receivedBefore;
    long sent = Math.max(1, sender.sent());
    double seconds = (System.nanoTime() - startNanos) / NANOS;
    return new Seen(sent / seconds, Math.max(0, 1 - (double) through / sent));
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      path.close();
    }
  }
}
