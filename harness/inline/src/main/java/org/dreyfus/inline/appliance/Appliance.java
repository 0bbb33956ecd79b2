package org.dreyfus.inline.appliance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dreyfus.inline.port.Port;

/**
 * A box between two interfaces. When its process ends, nothing bridges them any more and nothing
 * passes.
 */
public final class Appliance implements AutoCloseable {

  private static final int LOOKS = 10;
  private static final Duration OTHER_PATIENCE = Duration.ofSeconds(20);

  private final Box box;
  private final Forwarder forwarder;
  private final Duration timeLimit;
  private final Duration betweenLooks;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean started;
  private volatile Optional<Throwable> failure = Optional.empty();

  /**
   * @param timeLimit for the look at one packet; from 10 ms
   */
  public Appliance(Port client, Port server, Box box, Duration timeLimit) {
    this.box = box;
    this.timeLimit = timeLimit;
    this.betweenLooks = timeLimit.dividedBy(LOOKS);
    int other = (int) Math.max(LOOKS, OTHER_PATIENCE.dividedBy(betweenLooks));
    this.forwarder = new Forwarder(client, server, box, new Forwarder.Patience(LOOKS + 1, other));
  }

  /** Begins to forward; returns at once. */
  public void start() {
    started = true;
    Thread watch = new Thread(this::watch, "appliance-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void watch() {
    try {
      while (true) {
        Stopwatch stopwatch = new Stopwatch();
        Thread thread = forward(stopwatch);
        if (!isGivenUp(thread, stopwatch)) {
          return;
        }
        if (!forwarder.wasLooking()) {
          throw new ApplianceException(
              "the classifier does not come back from being closed or opened");
        }
        box.stuck("the classifier took more than %d ms".formatted(timeLimit.toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      ended.countDown();
    }
  }

  private Thread forward(Stopwatch stopwatch) {
    Thread thread =
        new Thread(
            () -> {
              try {
                forwarder.run(stopwatch);
              } catch (RuntimeException | Error e) {
                failed(e);
              }
            },
            "appliance");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Waits until the thread ends by itself, or is given up. */
  private boolean isGivenUp(Thread thread, Stopwatch stopwatch) throws InterruptedException {
    while (true) {
      thread.join(betweenLooks.toMillis());
      if (!thread.isAlive()) {
        return false;
      } else if (stopwatch.giveUp()) {
        return true;
      }
    }
  }

  private synchronized void failed(Throwable thrown) {
    failure = failure.or(() -> Optional.of(thrown));
  }

  /**
   * Forgets all flows and hosts, between two packets.
   *
   * @return false when it does not in this time, or does not run
   */
  public boolean reset(Duration within) throws InterruptedException {
    return ask(
            () -> {
              box.reset();
              return true;
            },
            within)
        .orElse(false);
  }

  /** What went through it; empty when it does not answer in this time, or does not run. */
  public Optional<ApplianceStats> stats(Duration within) throws InterruptedException {
    return ask(forwarder::stats, within);
  }

  private <T> Optional<T> ask(Supplier<T> question, Duration within) throws InterruptedException {
    Question<T> asked = new Question<>(question);
    forwarder.later(asked);
    long deadline = System.nanoTime() + within.toNanos();
    while (asked.answer.isEmpty() && ended.getCount() > 0 && System.nanoTime() < deadline) {
      ended.await(1, TimeUnit.MILLISECONDS);
    }
    return asked.answer;
  }

  /** Something that the thread that forwards is asked between two frames. */
  private static final class Question<T> implements Runnable {
    private final Supplier<T> question;
    private volatile Optional<T> answer = Optional.empty();

    Question(Supplier<T> question) {
      this.question = question;
    }

    @Override
    public void run() {
      answer = Optional.of(question.get());
    }
  }

  /**
   * Waits until it ends.
   *
   * @return why, when it was not stopped
   */
  public Optional<Throwable> await() throws InterruptedException {
    ended.await();
    return failure;
  }

  /** Stops it: nothing passes any more. Returns when it has ended. The box is not closed. */
  @Override
  public void close() {
    forwarder.stop();
    try {
      if (started && !ended.await(OTHER_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        failed(new ApplianceException("the appliance does not end"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
