package org.dreyfus.inline.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dreyfus.inline.appliance.Console;
import org.dreyfus.lab.Owner;

/** An appliance at work in the device's namespace, and the words that it is told. */
public final class ApplianceProcess implements RunningDevice {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(35);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);
  private static final int LAST_LINES = 3;

  private final String id;
  private final Process process;
  private final Path log;
  private final Writer words;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private ApplianceProcess(String id, Process process, Path log) {
    this.id = id;
    this.process = process;
    this.log = log;
    this.words = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    Thread reader = new Thread(this::listen, "answers of " + id);
    reader.setDaemon(true);
    reader.start();
  }

  static ApplianceProcess start(String id, DeviceLab lab, List<String> command) {
    List<String> inside = lab.device().inside(command.toArray(String[]::new));
    ApplianceProcess started;
    try {
      Path log = Files.createTempFile(Owner.self().name("appliance-"), ".log");
      Process process =
          new ProcessBuilder(inside)
              .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
              .start();
      started = new ApplianceProcess(id, process, log);
    } catch (IOException e) {
      throw new DeviceException("'" + id + "' cannot be started: " + e.getMessage(), e);
    }
    if (!started.answers(Console.READY, STARTS_WITHIN)) {
      String why = started.ended().orElse("it does not say 'ready'");
      started.close();
      throw new DeviceException("'%s' cannot be started: %s".formatted(id, why));
    }
    return started;
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      // The process was killed in the middle of a line; ended() says that it is gone.
    }
  }

  /** Whether that line comes in time. */
  private boolean answers(String wanted, Duration within) {
    return answer(within).filter(wanted::equals).isPresent();
  }

  private Optional<String> answer(Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        Optional<String> line = Optional.ofNullable(answers.poll(20, TimeUnit.MILLISECONDS));
        if (line.isPresent() || (!process.isAlive() && answers.isEmpty())) {
          return line;
        }
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted", e);
    }
  }

  private synchronized Optional<String> ask(String word) {
    try {
      answers.clear();
      words.write(word + "\n");
      words.flush();
    } catch (IOException e) {
      return Optional.empty();
    }
    return answer(ANSWERS_WITHIN);
  }

  /** What it says it has done, as JSON: {@link org.dreyfus.inline.appliance.ApplianceStats}. */
  public Optional<String> stats() {
    return ask(Console.STATS);
  }

  @Override
  public boolean reset() {
    return ask(Console.RESET).filter(Console.RESET::equals).isPresent();
  }

  @Override
  public Optional<String> ended() {
    if (process.isAlive()) {
      return Optional.empty();
    }
    String last = String.join(" | ", lastLines());
    return Optional.of(
        "'%s' ended with %d%s"
            .formatted(id, process.exitValue(), last.isEmpty() ? "" : ": " + last));
  }

  private Deque<String> lastLines() {
    Deque<String> last = new ArrayDeque<>();
    try {
      for (String line : Files.readAllLines(log)) {
        last.add(line.strip());
        if (last.size() > LAST_LINES) {
          last.remove();
        }
      }
    } catch (IOException e) {
      last.add("what it said cannot be read: " + e.getMessage());
    }
    return last;
  }

  @Override
  public Optional<Path> log() {
    return Optional.of(log);
  }

  @Override
  public List<ProcessHandle> processes() {
    return process.isAlive() ? List.of(process.toHandle()) : List.of();
  }

  @Override
  public void close() {
    try {
      words.close();
    } catch (IOException e) {
      // It is gone already.
    }
    try {
      if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (IOException e) {
      // An empty log in the folder for temporary files hurts nobody; the sweep removes it.
    }
  }
}
