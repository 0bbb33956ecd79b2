package org.dreyfus.recorder.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.Names;
import org.dreyfus.lab.Shell;

/** One host of the lab: a namespace, an address, a folder, and the programs that run there. */
public final class LabHost {

  private final String name;
  private final String address;
  private final String namespace;
  private final Path folder;
  private final List<Running> running = new ArrayList<>();

  LabHost(String name, String address, String namespace, Path folder) {
    this.name = name;
    this.address = address;
    this.namespace = namespace;
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      Names.none(namespace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return name;
  }

  public String address() {
    return address;
  }

  /** A folder of this host's own, for configuration, data and logs. */
  public Path folder() {
    return folder;
  }

  /** Has the programs of this host that start from now on look names up at a name server. */
  public void resolver(String nameServer) {
    Names.resolver(namespace, nameServer);
  }

  /** Starts a program that runs until the session is over. */
  public Running start(String... command) {
    return start(Map.of(), command);
  }

  public Running start(Map<String, String> environment, String... command) {
    Path log = folder.resolve("log-" + running.size() + ".txt");
    ProcessBuilder builder = new ProcessBuilder(inside(command));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Running started = new Running(command[0], builder.start(), log);
      running.add(started);
      return started;
    } catch (IOException e) {
      throw new LabException("'" + command[0] + "' cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * Runs a program to its end.
   *
   * @throws LabException when it fails or takes longer than {@code limit}
   */
  public String run(Duration limit, String... command) {
    List<String> whole = inside(command);
    return Shell.run(whole, limit, Map.of("HOME", folder.toString())).orThrow(List.of(command));
  }

  /** Runs a program to its end and does not mind how it ends. */
  public String attempt(Duration limit, String... command) {
    return Shell.run(inside(command), limit, Map.of("HOME", folder.toString())).output();
  }

  /** Waits until a program listens on a port, and returns its name as the kernel knows it. */
  public String awaitListener(Transport transport, int port) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      Optional<String> found = Sockets.listener(inside("ss", "-Hlnpa", transport.ssOption()), port);
      if (found.isPresent()) {
        return found.get();
      }
      pause(Duration.ofMillis(50));
    }
    throw new LabException(
        "nobody listens on %s port %d of %s after 30 s: %s"
            .formatted(transport, port, name, logs()));
  }

  /** The last lines of this host's programs. */
  public String logs() {
    StringBuilder text = new StringBuilder();
    running.forEach(program -> text.append(program.tail()).append(" / "));
    return text.toString();
  }

  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  void stopAll() {
    running.forEach(Running::stop);
    running.clear();
  }

  /** In the namespace, and in a session of its own: some programs signal their whole group. */
  private List<String> inside(String... command) {
    List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace, "setsid"));
    whole.addAll(List.of(command));
    return whole;
  }
}
