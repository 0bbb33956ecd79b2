package org.dreyfus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Launcher;
import org.dreyfus.external.Limits;
import org.dreyfus.external.Start;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;
import org.dreyfus.external.container.ContainerImage;
import org.dreyfus.external.container.ContainerLauncher;
import org.dreyfus.external.container.DockerEngine;
import org.dreyfus.external.descriptor.PluginFile;
import org.dreyfus.external.descriptor.PluginFileReader;
import org.dreyfus.external.descriptor.PluginFolder;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.external.program.ProgramLauncher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens what a vendor hands in: a {@code plugin.json} or a jar. */
public final class Plugins {

  private static final Duration DESCRIBES_WITHIN = Duration.ofSeconds(30);

  private final Isolation isolation;

  /**
   * @param isolation of programs and workers
   */
  public Plugins(Isolation isolation) {
    this.isolation = isolation;
  }

  /**
   * A plugin that was opened.
   *
   * @param plugin to be run
   * @param file what its plugin.json says
   * @param folder its frozen copy, where its policies and claims are
   * @param engine that its containers run in
   */
  public record Opened(
      StreamPlugin plugin, PluginFile file, PluginFolder folder, Optional<DockerEngine> engine)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      engine.ifPresent(DockerEngine::close);
      folder.close();
    }
  }

  /**
   * Opens a plugin.json.
   *
   * @throws LaunchException when it cannot be used
   * @throws IOException when its folder cannot be read or copied
   */
  public Opened open(Path pluginJson) throws LaunchException, IOException {
    PluginFile file = PluginFileReader.read(pluginJson);
    Path folder = pluginJson.toAbsolutePath().getParent();
    PluginFolder frozen =
        PluginFolder.freeze(folder == null ? pluginJson.toAbsolutePath() : folder);
    try {
      return opened(file, frozen);
    } catch (LaunchException | RuntimeException e) {
      frozen.close();
      throw e;
    }
  }

  private Opened opened(PluginFile file, PluginFolder frozen) throws LaunchException {
    if (file.run() instanceof PluginFile.Container container) {
      return container(file, container, frozen);
    }
    return new Opened(
        new StreamPlugin(
            file.classifier(),
            frozen.digest(),
            launcher(file, frozen),
            timing(file),
            file.limits()),
        file,
        frozen,
        Optional.empty());
  }

  /** An image is a tar file of the folder, or else a name that the engine knows. */
  private static Opened container(
      PluginFile file, PluginFile.Container container, PluginFolder frozen) throws LaunchException {
    DockerEngine engine = DockerEngine.find();
    Path tar = frozen.folder().resolve(container.image());
    ContainerImage image =
        Files.isRegularFile(tar)
            ? ContainerImage.fromTar(engine, tar)
            : ContainerImage.named(engine, container.image());
    return new Opened(
        new StreamPlugin(
            file.classifier(),
            image.id().substring(image.id().indexOf(':') + 1),
            ContainerLauncher.of(engine, image, container.command()),
            file.timing(),
            file.limits()),
        file,
        frozen,
        Optional.of(engine));
  }

  private static Timing timing(PluginFile file) {
    return file.run() instanceof PluginFile.Java ? Timing.LOCKSTEP : file.timing();
  }

  private Launcher launcher(PluginFile file, PluginFolder frozen) throws LaunchException {
    if (file.run() instanceof PluginFile.Program program) {
      return new ProgramLauncher(
          file.classifier().id(),
          program.command(),
          new Isolation.Readable(frozen.folder(), program.reads().stream().map(Path::of).toList()),
          isolation);
    } else if (file.run() instanceof PluginFile.Java java) {
      return worker(file.classifier(), frozen.folder(), java.jar(), file.limits());
    }
    throw LaunchException.plugin(
        "plugin '" + file.classifier().id() + "': this kind cannot be run",
        new IllegalArgumentException());
  }

  private Launcher worker(ClassifierDescriptor classifier, Path folder, String jar, Limits limits) {
    WorkerProcess.Launch launch = WorkerProcess.ofJar(limits, classifier.id(), jar);
    return new ProgramLauncher(
        classifier.id(),
        launch.command(),
        new Isolation.Readable(folder, launch.reads()),
        isolation);
  }

  /**
   * Opens all classifiers of a jar; its folder is not looked at.
   *
   * @throws LaunchException when it holds none, or cannot be loaded
   * @throws IOException when it cannot be read
   */
  public List<Opened> openJar(Path jar, Limits limits) throws LaunchException, IOException {
    Path folder = Files.createTempDirectory("dreyfus-jar-");
    PluginFolder frozen;
    try {
      Files.copy(jar, folder.resolve("plugin.jar"));
      frozen = PluginFolder.freeze(folder);
    } finally {
      Files.deleteIfExists(folder.resolve("plugin.jar"));
      Files.deleteIfExists(folder);
    }
    List<Opened> opened = new ArrayList<>();
    for (ClassifierDescriptor descriptor : describe(jar, frozen, limits)) {
      Launcher launcher = worker(descriptor, frozen.folder(), "plugin.jar", limits);
      opened.add(
          new Opened(
              new StreamPlugin(descriptor, frozen.digest(), launcher, Timing.LOCKSTEP, limits),
              new PluginFile(
                  PluginFile.SCHEMA_VERSION,
                  descriptor,
                  new PluginFile.Java("plugin.jar"),
                  Timing.LOCKSTEP,
                  Map.of(),
                  List.of(),
                  List.of(),
                  limits),
              frozen,
              Optional.empty()));
    }
    return opened;
  }

  /** Asks a worker, so that none of the plugin's code runs here. */
  private List<ClassifierDescriptor> describe(Path jar, PluginFolder frozen, Limits limits)
      throws LaunchException, IOException {
    WorkerProcess.Launch launch = WorkerProcess.ofJar(limits, "--describe", "plugin.jar");
    Launcher launcher =
        new ProgramLauncher(
            jar.toString(),
            launch.command(),
            new Isolation.Readable(frozen.folder(), launch.reads()),
            isolation);
    Path nothing = Files.createTempFile("dreyfus-", ".json");
    try (Launched worker = launcher.start(new Start(nothing, Map.of(), limits))) {
      worker.input().close();
      byte[] said;
      try (InputStream output = worker.output()) {
        said = output.readNBytes(1 << 20);
      }
      boolean well =
          worker.await(DESCRIBES_WITHIN).map(ending -> ending.exitCode() == 0).orElse(false);
      if (!well) {
        throw LaunchException.plugin(
            jar + ": cannot be loaded: " + worker.log().strip(), new IllegalArgumentException());
      }
      return List.of(JsonMapper.builder().build().readValue(said, ClassifierDescriptor[].class));
    } catch (JacksonException e) {
      throw LaunchException.plugin(jar + ": its description cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(nothing);
    }
  }

  /** A classifier of this program in a worker of its own. */
  public StreamPlugin bundled(ClassifierProvider provider, Limits limits) throws IOException {
    WorkerProcess.Launch launch = WorkerProcess.ofBundled(provider, limits);
    Path folder = Path.of(System.getProperty("java.home"));
    return new StreamPlugin(
        provider.descriptor(),
        "",
        new ProgramLauncher(
            provider.descriptor().id(),
            launch.command(),
            new Isolation.Readable(folder, launch.reads()),
            isolation),
        Timing.LOCKSTEP,
        limits);
  }
}
