package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Launcher;
import org.dreyfus.external.Limits;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;
import org.dreyfus.external.container.ContainerImage;
import org.dreyfus.external.container.ContainerLauncher;
import org.dreyfus.external.container.DockerEngine;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.external.program.ProgramLauncher;
import org.dreyfus.worker.Plugins;

/** The ways that work on this machine, and why the others do not. */
final class Ways {

  private static final String PROVIDER = "block-all";
  private static final Limits LIMITS =
      new Limits(Duration.ofMinutes(5), 1L << 30, 128, 64L << 20, 2.0);

  private final Path scratch;
  private final Path source;
  private final List<Way> ways = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param scratch an empty folder, for the compiled program and its image
   * @param source of the program in C
   */
  Ways(Path scratch, Path source) {
    this.scratch = scratch;
    this.source = source;
  }

  /** Those that work. */
  List<Way> find() throws IOException, InterruptedException {
    ClassifierProvider provider = InstalledClassifiers.named(PROVIDER);
    ways.add(new Way.InProcess(provider));
    Isolation isolation = Bubblewrap.find().orElseGet(Isolation.None::new);
    ways.add(
        new Way.Streamed("worker, lock-step", new Plugins(isolation).bundled(provider, LIMITS)));
    if (!succeeds("cc", "-O2", "-static", "-o", scratch + "/blocker", source.toString())) {
      leftOut.add("program and container: cc could not build " + source);
      return ways;
    }
    Isolation.Readable readable = new Isolation.Readable(scratch, List.of());
    ways.add(
        streamed(
            "program in C", new ProgramLauncher("c", List.of("./blocker"), readable, isolation)));
    try {
      ways.add(streamed("container, the same program", container()));
    } catch (LaunchException e) {
      leftOut.add("container: " + e.getMessage());
    }
    return ways;
  }

  /** One line for each way that does not work here. */
  List<String> leftOut() {
    return leftOut;
  }

  private Launcher container() throws LaunchException, IOException, InterruptedException {
    DockerEngine engine = DockerEngine.find();
    Path tar = scratch.resolve("blocker.tar");
    if (!succeeds("tar", "-C", scratch.toString(), "-cf", tar.toString(), "blocker")) {
      throw new IOException("tar could not pack the program");
    }
    ContainerImage image = ContainerImage.fromTar(engine, tar);
    return ContainerLauncher.of(engine, image, List.of("/blocker"));
  }

  private static Way streamed(String name, Launcher launcher) {
    ClassifierDescriptor descriptor =
        new ClassifierDescriptor("blocker", "Blocker", "1", "Dreyfus", "Blocks.", Set.of(), false);
    return new Way.Streamed(
        name, new StreamPlugin(descriptor, "", launcher, Timing.STREAM, LIMITS));
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin", command[0]))) {
      return false;
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
