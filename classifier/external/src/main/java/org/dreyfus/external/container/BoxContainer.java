package org.dreyfus.external.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;

/**
 * A vendor's box in a container: it runs as the image says, with no network but the interfaces that
 * are moved into it, and may open packet sockets on them (CAP_NET_RAW). What it prints goes to a
 * file.
 */
public final class BoxContainer implements AutoCloseable {

  private static final String HOST_NAME = "box";
  private static final String OUTPUT = "attach?stream=1&stdout=1&stderr=1";
  private static final String ROOT = "0:0";
  private static final long MIB = 1L << 20;

  /** Time is for whoever waits; every core of the machine, since its speed is measured. */
  private static final Limits LIMITS =
      new Limits(Duration.ofDays(1), 2048 * MIB, 512, 256 * MIB, Integer.MAX_VALUE);

  private final DockerEngine engine;
  private final String container;
  private final SocketChannel output;
  private final Thread copying;

  private BoxContainer(DockerEngine engine, String container, SocketChannel output, Path log) {
    this.engine = engine;
    this.container = container;
    this.output = output;
    this.copying = new Thread(() -> copy(output, log), "dreyfus-box-log");
    copying.setDaemon(true);
    copying.start();
  }

  /**
   * Starts a container, and removes those of processes that ended without doing so.
   *
   * @param arguments in the place of the image's own; empty to keep those
   * @param environment variables by name
   * @param log file that it prints to: a terminal, so that lines come when they are written
   * @throws LaunchException when it cannot be started
   */
  public static BoxContainer start(
      DockerEngine engine,
      ContainerImage image,
      List<String> arguments,
      Map<String, String> environment,
      Path log)
      throws LaunchException {
    String container;
    try {
      engine.live().sweep();
      container = create(engine, image, arguments, environment);
    } catch (RuntimeException e) {
      throw EngineErrors.refused("create a container of " + image.id(), e);
    }
    if (!engine.live().add(container)) {
      throw LaunchException.missing(
          "nothing is started any more: this process is ending", new IOException(container));
    }
    try {
      SocketChannel output = engine.socket().attach(engine.target(container, OUTPUT));
      BoxContainer box = new BoxContainer(engine, container, output, log);
      engine.client().startContainerCmd(container).exec();
      return box;
    } catch (IOException | RuntimeException e) {
      engine.live().remove(container);
      throw EngineErrors.refused("start the box of " + image.id(), e);
    }
  }

  private static String create(
      DockerEngine engine,
      ContainerImage image,
      List<String> arguments,
      Map<String, String> environment) {
    HostConfig confinement =
        Confinement.of(LIMITS, ROOT, engine.facts().cores()).withCapAdd(Capability.NET_RAW);
    CreateContainerCmd create =
        engine
            .client()
            .createContainerCmd(image.id())
            .withName(LiveContainers.NAME_PREFIX + UUID.randomUUID())
            .withHostName(HOST_NAME)
            .withEnv(
                environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList())
            .withLabels(Map.of(RunLabel.NAME, RunLabel.own().toString()))
            .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
            .withHostConfig(confinement)
            .withTty(true);
    if (!arguments.isEmpty()) {
      create.withCmd(arguments);
    }
    return create.exec().getId();
  }

  private static void copy(SocketChannel output, Path log) {
    try (OutputStream file = Files.newOutputStream(log)) {
      Channels.newInputStream(output).transferTo(file);
    } catch (IOException e) {
      // The container was removed, or its log's folder: nobody reads it any more.
      return;
    }
  }

  /**
   * Its processes, as this process sees them; empty when it has ended.
   *
   * @throws EngineFailedException when this machine does not show them
   */
  public List<ProcessHandle> processes() {
    try {
      return ContainerProcesses.of(container).stream()
          .map(ProcessHandle::of)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new EngineFailedException("the processes of a container cannot be found", e);
    }
  }

  /**
   * How it ended, such as "exited with 1"; empty while it runs.
   *
   * @throws EngineFailedException when the engine cannot tell
   */
  public Optional<String> ended() {
    if (copying.isAlive()) {
      return Optional.empty();
    }
    try {
      ContainerState state = engine.client().inspectContainerCmd(container).exec().getState();
      if (Boolean.TRUE.equals(state.getRunning())) {
        return Optional.empty();
      }
      return Optional.of(
          Boolean.TRUE.equals(state.getOOMKilled())
              ? "had used all its memory and was killed"
              : "exited with " + state.getExitCodeLong());
    } catch (RuntimeException e) {
      throw new EngineFailedException("the container engine cannot tell how a box ended", e);
    }
  }

  /** What it may do, in words, for the results. */
  public static String isolation() {
    return "no network but the two interfaces, read-only root, no capabilities but NET_RAW, no new"
        + " privileges, default seccomp filter";
  }

  /** Ends and removes it. */
  @Override
  public void close() {
    engine.live().remove(container);
    try {
      output.close();
      copying.join();
    } catch (IOException e) {
      throw new EngineFailedException("the container engine's stream cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
