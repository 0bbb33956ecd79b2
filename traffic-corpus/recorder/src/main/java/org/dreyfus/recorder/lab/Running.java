package org.dreyfus.recorder.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dreyfus.lab.LabException;

/** A program of the lab that runs in the background. */
public final class Running {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final String program;
  private final Process process;
  private final Path log;

  Running(String program, Process process, Path log) {
    this.program = program;
    this.process = process;
    this.log = log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LabException(log + ": cannot be read", e);
    }
  }

  /** Waits until it has printed {@code text}. */
  public void awaitOutput(String text, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!output().contains(text)) {
      if (System.nanoTime() > deadline || !isAlive()) {
        throw new LabException("%s never said '%s': %s".formatted(program, text, tail()));
      }
      LabHost.pause(Duration.ofMillis(50));
    }
  }

  /** Waits until it ends by itself. */
  public void awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LabException("%s did not end: %s".formatted(program, tail()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  String tail() {
    String text = output().strip().replaceAll("\\s*\\R\\s*", " | ");
    return program + ": " + (text.length() <= 300 ? text : text.substring(text.length() - 300));
  }

  /** Asks it and its children to end, and makes them. */
  public void stop() {
    List<ProcessHandle> children = process.descendants().toList();
    children.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
