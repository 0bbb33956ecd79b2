package org.dreyfus.external.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Launcher;
import org.dreyfus.external.Start;

/** Starts one image in a container of its own for each capture. */
public final class ContainerLauncher implements Launcher {

  private static final String HOST_NAME = "plugin";

  /** What every plugin finds in its environment, whatever the image says. */
  private static final Map<String, String> SURROUNDINGS =
      Map.of("HOME", Confinement.SCRATCH, "TMPDIR", Confinement.SCRATCH, "LANG", "C.UTF-8");

  private final DockerEngine engine;
  private final ContainerImage image;
  private final List<String> command;

  private ContainerLauncher(DockerEngine engine, ContainerImage image, List<String> command) {
    this.engine = engine;
    this.image = image;
    this.command = command;
  }

  /**
   * Makes a launcher, and removes the containers of processes that ended without doing so.
   *
   * @param command program and arguments in the place of what the image starts; empty to keep that
   * @throws LaunchException when the image starts nothing and no command is given
   */
  public static ContainerLauncher of(
      DockerEngine engine, ContainerImage image, List<String> command) throws LaunchException {
    if (command.isEmpty() && !image.startsItself()) {
      throw LaunchException.plugin(
          "the image "
              + image.id()
              + " does not say what to start; give a command, or an ENTRYPOINT to the image",
          new IOException(image.id()));
    }
    try {
      engine.live().sweep();
    } catch (RuntimeException e) {
      throw EngineErrors.refused("list its containers", e);
    }
    return new ContainerLauncher(engine, image, List.copyOf(command));
  }

  /**
   * Starts a container. The configuration file is made readable for everyone: what runs in the
   * container is no user of this machine. {@link org.dreyfus.external.Limits#time} is not held to
   * here, it is for whoever waits.
   */
  @Override
  public Launched start(Start start) throws LaunchException {
    letRead(start.configuration());
    String container;
    try {
      container = create(start);
    } catch (RuntimeException e) {
      throw EngineErrors.refused("create a container of " + image.id(), e);
    }
    if (!engine.live().add(container)) {
      throw LaunchException.missing(
          "nothing is started any more: this process is ending", new IOException(container));
    }
    return RunningContainer.start(engine, container, start.limits());
  }

  private String create(Start start) {
    Map<String, String> environment = new TreeMap<>(SURROUNDINGS);
    environment.putAll(start.environment());
    environment.put(Start.CONFIGURATION_VARIABLE, Confinement.CONFIGURATION);
    CreateContainerCmd create =
        engine
            .client()
            .createContainerCmd(image.id())
            .withName(LiveContainers.NAME_PREFIX + UUID.randomUUID())
            .withHostName(HOST_NAME)
            .withUser(image.user())
            .withEnv(
                environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList())
            .withLabels(Map.of(RunLabel.NAME, RunLabel.own().toString()))
            .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
            .withHostConfig(
                Confinement.of(
                    start.limits(), start.configuration(), image.user(), engine.facts().cores()))
            .withTty(false)
            .withStdinOpen(true)
            .withStdInOnce(true)
            .withAttachStdin(true)
            .withAttachStdout(true)
            .withAttachStderr(true);
    if (!command.isEmpty()) {
      create.withEntrypoint(command);
    }
    return create.exec().getId();
  }

  private static void letRead(Path configuration) throws LaunchException {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(configuration);
      if (permissions.add(PosixFilePermission.OTHERS_READ)) {
        Files.setPosixFilePermissions(configuration, permissions);
      }
    } catch (IOException e) {
      throw LaunchException.missing(
          "the configuration " + configuration + " cannot be made readable for a container", e);
    }
  }

  @Override
  public String isolation() {
    return engine.version()
        + ", image "
        + image.id()
        + ": "
        + Confinement.describe(image.user(), engine.facts().limitsSwap());
  }
}
