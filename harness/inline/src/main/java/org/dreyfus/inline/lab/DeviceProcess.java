package org.dreyfus.inline.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.ScratchFolder;

/**
 * A device that is a program in the device's namespace. What it prints goes to a file. Its standard
 * input stays open for as long as it is to run.
 */
public final class DeviceProcess implements RunningDevice {

  /** A program that says so on standard output forgets everything when told so. */
  private static final String RESET = "reset";

  private static final Duration RESET_TIME = Duration.ofSeconds(10);
  private static final Duration TIME_TO_END = Duration.ofSeconds(5);
  private static final int SIGNALLED = 128;

  private final String name;
  private final Process process;
  private final ScratchFolder scratch;
  private final DeviceLog log;
  private final boolean takesReset;
  private boolean closed;

  private DeviceProcess(
      String name, Process process, ScratchFolder scratch, DeviceLog log, boolean takesReset) {
    this.name = name;
    this.process = process;
    this.scratch = scratch;
    this.log = log;
    this.takesReset = takesReset;
  }

  /**
   * Starts a program.
   *
   * @param name what errors call it
   * @param scratch where its log goes; deleted when it is closed, or cannot be started
   * @param takesReset whether it forgets everything on a line {@code reset} on its standard input,
   *     and answers {@code reset} when it has
   * @throws DeviceException when there is no such program
   */
  public static DeviceProcess start(
      NetNamespace namespace,
      String name,
      List<String> command,
      ScratchFolder scratch,
      boolean takesReset) {
    Path file = scratch.path().resolve("device.log");
    try {
      Process process =
          namespace.start(
              ProcessBuilder.Redirect.to(file.toFile()), Map.of(), command.toArray(String[]::new));
      return new DeviceProcess(name, process, scratch, new DeviceLog(file), takesReset);
    } catch (IOException e) {
      delete(scratch);
      throw new DeviceException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits for a line that holds some text.
   *
   * @return false when it did not come in that time
   * @throws DeviceException when the program ends instead; it is closed then
   */
  public boolean awaitLine(String text, Duration patience) {
    return awaitLine(line -> line.contains(text), patience).isPresent();
  }

  /**
   * Waits for a line.
   *
   * @return empty when it did not come in that time
   * @throws DeviceException when the program ends instead; it is closed then
   */
  Optional<String> awaitLine(Predicate<String> wanted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<String> line = log.find(wanted);
    while (line.isEmpty()) {
      Optional<String> ended = ended();
      line = log.find(wanted);
      if (line.isEmpty() && ended.isPresent()) {
        close();
        throw new DeviceException(ended.get());
      }
      if (line.isEmpty() && System.nanoTime() >= deadline) {
        return Optional.empty();
      }
      Pause.briefly();
    }
    return line;
  }

  /**
   * Writes a word on its standard input and waits for the answer.
   *
   * @return empty when it did not come in that time
   * @throws DeviceException when the program ends, or has ended
   */
  synchronized Optional<String> ask(String word, Predicate<String> answer, Duration patience) {
    log.skipToEnd();
    try {
      Writer input = process.outputWriter(StandardCharsets.UTF_8);
      input.write(word + "\n");
      input.flush();
    } catch (IOException e) {
      throw new DeviceException(ended().orElse(name + " takes no input: " + e.getMessage()), e);
    }
    return awaitLine(answer, patience);
  }

  /** Ends its standard input, and waits for it to end by itself. */
  void letEnd(Duration patience) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
      boolean unused = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // It has ended, and took what was still to be written with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last line that it printed; empty when it printed none. */
  public String lastLine() {
    return log.lastLine();
  }

  @Override
  public Optional<String> ended() {
    if (process.isAlive()) {
      return Optional.empty();
    }
    int status = process.exitValue();
    String how =
        status > SIGNALLED
            ? "was ended by signal " + (status - SIGNALLED)
            : "exited with " + status;
    return Optional.of("%s %s%s".formatted(name, how, log.lastWords()));
  }

  @Override
  public List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /**
   * @throws DeviceException when the program takes it, and does not answer within 10 s
   */
  @Override
  public boolean reset() {
    if (!takesReset) {
      return false;
    }
    if (ask(RESET, line -> line.contains(RESET), RESET_TIME).isEmpty()) {
      throw new DeviceException(
          "%s did not forget its flows within %d s".formatted(name, RESET_TIME.toSeconds()));
    }
    return true;
  }

  @Override
  public Optional<Path> log() {
    return Optional.of(log.file());
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    delete(scratch);
  }

  private static void delete(ScratchFolder scratch) {
    try {
      scratch.close();
    } catch (IOException e) {
      throw new DeviceException(scratch.path() + " cannot be deleted: " + e.getMessage(), e);
    }
  }
}
