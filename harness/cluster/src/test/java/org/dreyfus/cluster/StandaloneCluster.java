package org.dreyfus.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Spark's own master and workers, each a process of its own, from the jars of the class path. */
final class StandaloneCluster implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int PATIENCE_SECONDS = 60;

  private final Path home;
  private final int port;
  private final List<String> programJars = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /**
   * @param home an empty folder
   * @param localFolders where each worker's executors may write
   */
  static StandaloneCluster start(Path home, List<Path> localFolders) throws IOException {
    StandaloneCluster cluster = new StandaloneCluster(home, freePort());
    try {
      cluster.sortJars();
      cluster.processes.add(
          cluster.java(
              "master",
              Map.of(),
              "org.apache.spark.deploy.master.Master",
              List.of("--port", Integer.toString(cluster.port), "--webui-port", "0")));
      cluster.awaitMaster();
      for (Path folder : localFolders) {
        cluster.addWorker(folder);
      }
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void addWorker(Path localFolder) throws IOException {
    String name = "worker" + processes.size();
    processes.add(
        java(
            name,
            Map.of("SPARK_LOCAL_DIRS", localFolder.toString()),
            "org.apache.spark.deploy.worker.Worker",
            List.of(
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                home.resolve(name).toString(),
                master())));
  }

  String master() {
    return "spark://" + LOOPBACK + ":" + port;
  }

  /** What a driver must be told, beside the master, to run this build on this cluster. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("spark.jars", String.join(",", programJars));
    settings.put("spark.executor.memory", "512m");
    settings.put("spark.cores.max", "2");
    settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
    return settings;
  }

  /** The size of what a driver ships to every executor. */
  long programBytes() throws IOException {
    long bytes = 0;
    for (String jar : programJars) {
      bytes += Files.size(Path.of(URI.create(jar)));
    }
    return bytes;
  }

  /**
   * Ends an executor the hard way.
   *
   * @return whether there was one
   */
  boolean killAnExecutor() {
    Optional<ProcessHandle> executor = executors().stream().findFirst();
    executor.ifPresent(ProcessHandle::destroyForcibly);
    return executor.isPresent();
  }

  /**
   * Ends all executors the hard way.
   *
   * @return how many there were
   */
  int killExecutors() {
    List<ProcessHandle> executors = executors();
    executors.forEach(ProcessHandle::destroyForcibly);
    return executors.size();
  }

  private List<ProcessHandle> executors() {
    return processes.stream()
        .flatMap(process -> process.descendants())
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  /** Spark's libraries go to its home; what is ours, or only ours, is shipped by the driver. */
  private void sortJars() throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = home.resolve("program" + programJars.size() + ".jar");
        pack(path, jar);
        programJars.add(jar.toUri().toString());
        continue;
      }
      String name = String.valueOf(path.getFileName());
      boolean ours = name.startsWith("dreyfus-") || entry.contains("/tools/jackson/");
      if (ours || name.startsWith("jackson-annotations")) {
        programJars.add(path.toUri().toString());
      }
      if (!ours && Files.exists(path) && !name.startsWith("slf4j-nop")) {
        Files.createSymbolicLink(jars.resolve(name), path);
      }
    }
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"));
        Stream<Path> walk = Files.walk(folder)) {
      walk.filter(path -> !path.equals(folder))
          .forEach(
              path -> {
                try {
                  Path target = zip.getPath("/").resolve(folder.relativize(path).toString());
                  Files.createDirectories(target.getParent());
                  Files.copy(path, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private Process java(
      String name, Map<String, String> environment, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("dreyfus.test.opens").split(" ")));
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", main, "--host", LOOPBACK));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private void awaitMaster() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException(Files.readString(home.resolve("master.log")));
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>();
    for (Process process : processes) {
      process.descendants().forEach(all::add);
      all.add(process.toHandle());
    }
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }
}
