package org.dreyfus.inline.appliance;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.dreyfus.bundle.ResultJson;

/**
 * Runs an appliance by words on standard input, a line each: {@code reset} has it forget all flows
 * and hosts and answers {@code reset}; {@code stats} answers with one line of JSON. The end of the
 * input ends it.
 */
public final class Console {

  /** What is said when frames are forwarded. */
  public static final String READY = "ready";

  /** The word, and its answer. */
  public static final String RESET = "reset";

  public static final String STATS = "stats";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Appliance appliance;
  private final Consumer<String> out;
  private final Consumer<String> err;

  /**
   * @param out takes answers
   * @param err takes lines for people
   */
  public Console(Appliance appliance, Consumer<String> out, Consumer<String> err) {
    this.appliance = appliance;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the appliance to its end.
   *
   * @return why it ended, when nobody told it to
   */
  public Optional<Throwable> serve(BufferedReader in) throws InterruptedException {
    appliance.start();
    out.accept(READY);
    Thread reader = new Thread(() -> read(in), "console");
    reader.setDaemon(true);
    reader.start();
    return appliance.await();
  }

  private void read(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        answer(line.strip());
      }
      appliance.close();
    } catch (IOException e) {
      err.accept("standard input cannot be read: " + e.getMessage());
      appliance.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String word) throws InterruptedException {
    switch (word) {
      case "" -> {}
      case RESET -> {
        if (appliance.reset(PATIENCE)) {
          out.accept(RESET);
        } else {
          err.accept("not reset: the appliance did not answer in time");
        }
      }
      case STATS ->
          appliance
              .stats(PATIENCE)
              .ifPresentOrElse(
                  stats -> out.accept(ResultJson.json().line(stats).strip()),
                  () -> err.accept("no stats: the appliance did not answer in time"));
      default -> err.accept("unknown word '%s'; there are: reset, stats".formatted(word));
    }
  }
}
