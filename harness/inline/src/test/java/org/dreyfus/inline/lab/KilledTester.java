package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dreyfus.lab.Shell;

/** Starts a device in a process of its own, kills that, and sees what is left. */
final class KilledTester {

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private KilledTester() {}

  /** Fails unless processes, namespaces and scratch folders are gone. */
  static void leavesNothing(String device, Map<String, String> environment, Path folder)
      throws Exception {
    Path note = folder.resolve("note");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DeviceLabHolder.class.getName(),
                device,
                note.toString())
            .inheritIO();
    builder.environment().putAll(environment);
    Process holder = builder.start();
    try {
      await("the device runs", () -> Files.exists(note) || !holder.isAlive());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(note);
    String prefix = lines.get(0);
    List<String> pids = lines.subList(1, lines.size());
    assertThat(pids).as("it ran something").isNotEmpty();
    await("its programs have ended", () -> pids.stream().noneMatch(KilledTester::runs));
    await("it is cleared up", () -> traces(prefix).isEmpty());
  }

  /** A zombie has ended, though nobody has asked how. */
  private static boolean runs(String pid) {
    try {
      return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> traces(String prefix) throws IOException {
    try (Stream<Path> scratch = Files.list(TEMPORARY)) {
      Stream<String> namespaces = Stream.of(Shell.run("ip", "netns", "list").split("\\s+"));
      Stream<String> folders = scratch.map(path -> String.valueOf(path.getFileName()));
      return Stream.concat(namespaces, folders).filter(name -> name.startsWith(prefix)).toList();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
