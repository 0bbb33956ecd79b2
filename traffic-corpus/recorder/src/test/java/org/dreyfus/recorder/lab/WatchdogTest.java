package org.dreyfus.recorder.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dreyfus.lab.Names;
import org.dreyfus.lab.Shell;
import org.dreyfus.recorder.Requirements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class WatchdogTest {

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  @Test
  void aKilledProcessLeavesNothingBehind(@TempDir Path folder) throws Exception {
    Requirements.root();
    Path ready = folder.resolve("ready");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LabHolder.class.getName(),
                ready.toString())
            .inheritIO()
            .start();
    try {
      await("the lab stands", () -> Files.exists(ready) && !Files.readString(ready).isEmpty());
    } finally {
      holder.destroyForcibly();
    }
    String prefix = Files.readString(ready);
    List<String> pids = pids(prefix);
    assertThat(pids).as("it ran something").isNotEmpty();
    await("it is cleared up", () -> traces(prefix).isEmpty());
    await("its programs have ended", () -> pids.stream().noneMatch(WatchdogTest::runs));
  }

  /** A zombie has ended, though nobody has asked how. */
  private static boolean runs(String pid) {
    try {
      return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> pids(String prefix) {
    String namespace = prefix + "1-server";
    return Stream.of(Shell.run("ip", "netns", "pids", namespace).split("\\s+"))
        .filter(pid -> !pid.isBlank())
        .toList();
  }

  private static List<String> traces(String prefix) throws Exception {
    try (Stream<Path> scratch = Files.list(TEMPORARY)) {
      Stream<String> namespaces = Stream.of(Shell.run("ip", "netns", "list").split("\\s+"));
      Stream<String> folders = scratch.map(path -> String.valueOf(path.getFileName()));
      return Stream.of(namespaces, folders, Names.namespaces().stream())
          .flatMap(names -> names)
          .filter(name -> name.startsWith(prefix))
          .toList();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LabHost.pause(Duration.ofMillis(100));
    }
  }
}
