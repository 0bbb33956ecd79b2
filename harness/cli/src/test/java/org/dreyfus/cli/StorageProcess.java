package org.dreyfus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Storage that machines share, in a process of its own: it ends with its input. */
record StorageProcess(Process process, List<String> said) implements AutoCloseable {

  private static final Path CLUSTER = Cli.HOME.resolve("harness/cluster/target");
  private static final String SERVERS = "org.dreyfus.cluster.lab.";
  private static final long PATIENCE_SECONDS = 30;

  /**
   * @param server the class that starts it
   * @param log where to find out why it did not
   */
  static StorageProcess start(String server, Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        CLUSTER.resolve("test-classes")
            + File.pathSeparator
            + Files.readString(CLUSTER.resolve("lab.classpath")).strip());
    command.add(SERVERS + server);
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (line == null) {
      throw new IOException(server + " did not start: " + Files.readString(log));
    }
    return new StorageProcess(process, List.of(line.split(" ")));
  }

  String location() {
    return said.get(0);
  }

  /** As the command line takes them. */
  List<String> settings() {
    return said.stream()
        .skip(1)
        .flatMap(setting -> List.of("--conf", "spark.hadoop." + setting).stream())
        .toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
