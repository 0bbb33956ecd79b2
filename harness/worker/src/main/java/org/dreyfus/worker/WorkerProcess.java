package org.dreyfus.worker;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.Limits;
import org.dreyfus.external.StreamPlugin;

/** The command line of a worker, and the files that it needs to read. */
final class WorkerProcess {

  /** One of each library that the worker itself uses. */
  private static final List<Class<?>> NEEDED =
      List.of(
          Main.class,
          StreamPlugin.class,
          CaptureReader.class,
          Classifier.class,
          tools.jackson.databind.json.JsonMapper.class,
          tools.jackson.core.json.JsonFactory.class,
          com.fasterxml.jackson.annotation.JsonInclude.class);

  private static final double SHARE_OF_HEAP = 0.75;

  private WorkerProcess() {}

  /** What a worker for a plugin in a jar has on its class path. */
  private static List<Path> classPath() {
    Set<Path> paths = new LinkedHashSet<>();
    NEEDED.forEach(type -> paths.add(location(type)));
    return List.copyOf(paths);
  }

  /** The same for a classifier of this program: with its module and the libraries of others. */
  private static List<Path> classPath(ClassifierProvider bundled) {
    Set<Path> paths = new LinkedHashSet<>(classPath());
    paths.add(location(bundled.getClass()));
    paths.addAll(librariesBeside(bundled));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (!entry.isEmpty() && !isOurs(path)) {
        paths.add(path);
      }
    }
    return List.copyOf(paths);
  }

  /** Libraries that this process was given after its start, as executors of a cluster are. */
  private static List<Path> librariesBeside(ClassifierProvider bundled) {
    List<Path> libraries = new ArrayList<>();
    if (bundled.getClass().getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        if (url.getProtocol().equals("file") && !isOurs(Path.of(URI.create(url.toString())))) {
          libraries.add(Path.of(URI.create(url.toString())));
        }
      }
    }
    return libraries;
  }

  private static boolean isOurs(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith("dreyfus-") || !name.endsWith(".jar");
  }

  private static Path location(Class<?> type) {
    try {
      return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
          .map(CodeSource::getLocation)
          .map(
              url -> {
                try {
                  return Path.of(url.toURI());
                } catch (URISyntaxException e) {
                  throw new IllegalStateException(e);
                }
              })
          .orElseThrow(() -> new IllegalStateException("no place on disk for " + type));
    } catch (SecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The launch of a worker.
   *
   * @param command program, settings, class path and main class, then the arguments
   * @param reads everything that the worker reads of this machine beyond the system's own
   */
  record Launch(List<String> command, List<Path> reads) {}

  /** The launch of a worker for a classifier in a jar. */
  static Launch ofJar(Limits limits, String... arguments) {
    return launch(classPath(), limits, List.of(Main.REHEARSAL), List.of(arguments));
  }

  /** The launch of a worker for a classifier of this program. */
  static Launch ofBundled(ClassifierProvider provider, Limits limits) {
    List<String> id = List.of(provider.descriptor().id());
    return launch(classPath(provider), limits, id, id);
  }

  private static Launch launch(
      List<Path> classPath, Limits limits, List<String> trial, List<String> arguments) {
    List<String> command = new ArrayList<>(command(classPath, limits));
    List<Path> reads = new ArrayList<>(reads(classPath));
    List<String> rehearsal = new ArrayList<>(command);
    rehearsal.addAll(trial);
    StartArchive.of(classPath, rehearsal)
        .ifPresent(
            archive -> {
              command.add(1, "-XX:SharedArchiveFile=" + archive);
              reads.add(archive);
            });
    command.addAll(arguments);
    return new Launch(command, reads);
  }

  /** Program, settings, class path and main class. */
  private static List<String> command(List<Path> classPath, Limits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + (long) (limits.memoryBytes() * SHARE_OF_HEAP));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Djava.io.tmpdir=/tmp",
            "-Djna.tmpdir=/tmp",
            "-cp",
            String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
            Main.class.getName()));
    return command;
  }

  private static List<Path> reads(List<Path> classPath) {
    List<Path> reads = new ArrayList<>(classPath);
    Path java = Path.of(System.getProperty("java.home"));
    if (!java.startsWith("/usr/lib")) {
      reads.add(java);
    }
    return reads;
  }
}
