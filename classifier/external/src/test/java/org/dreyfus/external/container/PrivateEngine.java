package org.dreyfus.external.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dreyfus.external.LaunchException;

/**
 * A Docker engine of our own, in network, mount and process namespaces of its own: it ends when its
 * first process does, and that one ends with its standard input, even when this process is killed.
 */
final class PrivateEngine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

  private final Path folder;
  private final Process process;
  private final String controlGroup;

  private PrivateEngine(Path folder, Process process, String controlGroup) {
    this.folder = folder;
    this.process = process;
    this.controlGroup = controlGroup;
  }

  /** Why none can be started on this machine; empty when one can. */
  static Optional<String> obstacle() throws IOException, InterruptedException {
    for (String program : List.of("dockerd", "containerd", "runc", "unshare")) {
      if (!succeeds("sh", "-c", "command -v " + program)) {
        return Optional.of(program + " is not installed (Debian: docker.io, util-linux)");
      }
    }
    if (!succeeds("unshare", "--mount", "--net", "--pid", "--fork", "true")) {
      return Optional.of("namespaces cannot be made here: root is needed");
    }
    return Optional.empty();
  }

  /**
   * For tests of other modules: writes the engine's address, or the obstacle, as one line, and ends
   * the engine when standard input ends.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      System.out.println(obstacle.get());
      return;
    }
    try (PrivateEngine engine = start()) {
      System.out.println("unix://" + engine.socket());
      long unused = System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }

  static PrivateEngine start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dreyfus-engine");
    String controlGroup = folder.getFileName().toString();
    String daemon =
        "dockerd --data-root D/root --exec-root D/exec --pidfile D/pid -H unix://D/docker.sock"
            + " --bridge=none --iptables=false --ip6tables=false --ip-masq=false"
            + " --ip-forward=false --userland-proxy=false --cgroup-parent=/GROUP >D/log 2>&1 &"
            + " cat >/dev/null; kill $!; wait $!";
    Process process =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "--net",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "sh",
                "-c",
                daemon.replace("D/", folder + "/").replace("GROUP", controlGroup))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("shell.log").toFile())
            .start();
    PrivateEngine engine = new PrivateEngine(folder, process, controlGroup);
    try {
      engine.awaitAnswer();
      return engine;
    } catch (IOException | InterruptedException e) {
      engine.close();
      throw e;
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadlineNanos && process.isAlive()) {
      try {
        DockerEngine.at(socket()).close();
        return;
      } catch (LaunchException e) {
        Thread.sleep(50);
      }
    }
    Path log = folder.resolve("log");
    throw new IOException(
        "the engine did not start: " + (Files.exists(log) ? Files.readString(log) : ""));
  }

  Path socket() {
    return folder.resolve("docker.sock");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try (OutputStream input = process.getOutputStream()) {
      input.flush();
    } finally {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      delete(folder);
      for (Path group : controlGroups()) {
        delete(group);
      }
    }
  }

  /** Files of a control group vanish with its directory, and cannot be deleted by themselves. */
  private static void delete(Path top) throws IOException {
    boolean files = !top.startsWith(CONTROL_GROUPS);
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (files) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  Path folder() {
    return folder;
  }

  /** Directories of its control groups that exist. */
  List<Path> controlGroups() throws IOException {
    try (Stream<Path> hierarchies = Files.list(CONTROL_GROUPS)) {
      return Stream.concat(Stream.of(CONTROL_GROUPS), hierarchies)
          .map(hierarchy -> hierarchy.resolve(controlGroup))
          .filter(Files::isDirectory)
          .toList();
    }
  }
}
