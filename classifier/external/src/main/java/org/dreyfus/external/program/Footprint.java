package org.dreyfus.external.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks ten times a second at how much memory a process and all its children have resident, and
 * kills them when it is more than they may. What comes and goes between two looks is not seen.
 */
final class Footprint {

  private static final long LOOK_MILLIS = 100;
  private static final long PAGE_BYTES = 4_096;

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "plugin-memory");
            thread.setDaemon(true);
            return thread;
          });

  private final Process process;
  private final long mostBytes;
  private volatile long peakBytes;
  private volatile boolean exceeded;

  @SuppressWarnings("NullAway.Init")
  private ScheduledFuture<?> looks;

  private Footprint(Process process, long mostBytes) {
    this.process = process;
    this.mostBytes = mostBytes;
  }

  static Footprint watch(Process process, long mostBytes) {
    Footprint footprint = new Footprint(process, mostBytes);
    footprint.looks =
        CLOCK.scheduleWithFixedDelay(
            footprint::look, LOOK_MILLIS / 4, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return footprint;
  }

  private void look() {
    long bytes = residentBytes(process.pid());
    peakBytes = Math.max(peakBytes, bytes);
    if (bytes > mostBytes && !exceeded) {
      exceeded = true;
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Sums over the process and its descendants, as procfs shows them. */
  private static long residentBytes(long root) {
    long pages = 0;
    Deque<String> toVisit = new ArrayDeque<>();
    toVisit.add(Long.toString(root));
    while (!toVisit.isEmpty()) {
      Path process = Path.of("/proc", toVisit.remove());
      try {
        pages += Long.parseLong(Files.readString(process.resolve("statm")).split(" ")[1]);
        try (var threads = Files.newDirectoryStream(process.resolve("task"))) {
          for (Path thread : threads) {
            for (String child : Files.readString(thread.resolve("children")).split(" ")) {
              if (!child.isBlank()) {
                toVisit.add(child);
              }
            }
          }
        }
      } catch (IOException | RuntimeException gone) {
        // The process ended between two reads: it has no memory any more.
      }
    }
    return pages * PAGE_BYTES;
  }

  /** The most that was seen; empty when the program was over before the first look. */
  OptionalLong peakBytes() {
    return peakBytes == 0 ? OptionalLong.empty() : OptionalLong.of(peakBytes);
  }

  /** Whether the program was killed for it. */
  boolean exceeded() {
    return exceeded;
  }

  void stop() {
    looks.cancel(false);
  }
}
