package org.dreyfus.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Spark's own master and workers of one core each, processes that talk over loopback. */
final class LoopbackCluster implements EngineCost.Company {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int PATIENCE_SECONDS = 60;

  private final Path home;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private LoopbackCluster(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /**
   * @param home what workers write goes here
   * @param libraries folders with Spark's jars, and those that it shares with us
   * @param workers how many
   * @param memory that each may give to executors, as Spark writes it
   */
  static LoopbackCluster start(
      Path home, int port, List<Path> libraries, int workers, String memory) throws IOException {
    LoopbackCluster cluster = new LoopbackCluster(home, port);
    try {
      cluster.link(libraries);
      cluster.java("master.Master", "--port", Integer.toString(port), "--webui-port", "0");
      cluster.awaitMaster();
      for (int i = 0; i < workers; i++) {
        cluster.java(
            "worker.Worker",
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            memory,
            "--work-dir",
            home.resolve("worker" + i).toString(),
            master(port));
      }
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  static String master(int port) {
    return "spark://" + LOOPBACK + ":" + port;
  }

  /** Workers look for Spark below its home; what is ours comes from the driver. */
  private void link(List<Path> libraries) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (Path library : libraries) {
      List<Path> files;
      try (Stream<Path> entries = Files.list(library)) {
        files = entries.toList();
      }
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        Path link = jars.resolve(name);
        if (!name.startsWith("dreyfus-") && !name.startsWith("slf4j-nop") && !Files.exists(link)) {
          Files.createSymbolicLink(link, file);
        }
      }
    }
  }

  private void java(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Xmx256m", "-cp", home.resolve("jars") + "/*"));
    command.add("org.apache.spark.deploy." + main);
    command.addAll(List.of("--host", LOOPBACK));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log" + processes.size()).toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    processes.add(builder.start());
  }

  private void awaitMaster() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline && processes.get(0).isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException(
        "Spark's master did not start: " + Files.readString(home.resolve("log0")));
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Workers first: they end their executors and wait for them, so that their time is known. */
  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      Process process = processes.get(i);
      process.destroy();
      int unused = process.onExit().join().exitValue();
    }
  }
}
