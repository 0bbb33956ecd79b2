package org.dreyfus.external.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says which process a container belongs to, so that one whose process is gone can be told. A
 * process is named by the boot of its machine, its process namespace, its number and the time at
 * which it was started (clock ticks after boot; proc(5), {@code /proc/pid/stat}).
 */
record RunLabel(String boot, String namespace, long process, String startTicks) {

  static final String NAME = "org.dreyfus.run";

  private static final Path PROC = Path.of("/proc");
  private static final int FIELDS = 4;
  private static final int STATE_FIELD = 3;
  private static final int START_FIELD = 22;

  /** The label of this process. */
  static RunLabel own() {
    try {
      long process = ProcessHandle.current().pid();
      String boot =
          Files.readString(PROC.resolve("sys/kernel/random/boot_id"), StandardCharsets.US_ASCII);
      String namespace = Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
      return new RunLabel(
          boot.strip(),
          namespace.replaceAll("\\D", ""),
          process,
          startTicks(process).orElseThrow(() -> new IOException("no /proc/" + process)));
    } catch (IOException e) {
      throw new UncheckedIOException("/proc is needed to label containers: " + e.getMessage(), e);
    }
  }

  /** Reads what {@link #toString} writes; empty for anything else. */
  static Optional<RunLabel> parse(String text) {
    String[] fields = text.split("/", -1);
    if (fields.length != FIELDS || !fields[2].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new RunLabel(fields[0], fields[1], Long.parseLong(fields[2]), fields[3]));
  }

  /**
   * True when that process is known to be gone: of an earlier boot, or not found in this process
   * namespace. Of another namespace nothing is known.
   *
   * @param observer the label of the process that asks
   */
  boolean isGone(RunLabel observer) {
    if (!boot.equals(observer.boot)) {
      return true;
    }
    return namespace.equals(observer.namespace)
        && !startTicks(process).map(startTicks::equals).orElse(false);
  }

  /** Empty when there is no such process, or only its remains wait for its parent. */
  private static Optional<String> startTicks(long process) {
    try {
      String stat = Files.readString(PROC.resolve(process + "/stat"), StandardCharsets.ISO_8859_1);
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      String state = afterName[0];
      if (state.equals("Z") || state.equals("X")) {
        return Optional.empty();
      }
      return Optional.of(afterName[START_FIELD - STATE_FIELD]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return boot + "/" + namespace + "/" + process + "/" + startTicks;
  }
}
