package org.dreyfus.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.dreyfus.external.Start;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;

/**
 * The classes that a worker loads, as it has them in memory (class-data sharing, JEP 350): with it
 * a worker starts in half the time. Made by a trial run on an empty capture, once for each class
 * path, and removed when this process ends. Where it cannot be made, workers start without.
 */
final class StartArchive {

  private static final Map<List<Path>, Optional<Path>> MADE = new ConcurrentHashMap<>();
  private static final long PATIENCE_SECONDS = 20;
  private static final int SNAP_LENGTH = 65_535;
  private static final int ETHERNET = 1;

  /** Workers find their scratch space empty, so it is kept where they have none. */
  private static final Path PLACE = Path.of("/var/tmp");

  private StartArchive() {}

  /**
   * The archive for a class path.
   *
   * @param command of a worker with that class path and no archive
   */
  static Optional<Path> of(List<Path> classPath, List<String> command) {
    boolean jars = classPath.stream().allMatch(Files::isRegularFile);
    return jars ? MADE.computeIfAbsent(classPath, unmade -> make(command)) : Optional.empty();
  }

  private static Optional<Path> make(List<String> command) {
    try {
      Path folder = Files.createTempDirectory(place(), "dreyfus-worker-");
      folder.toFile().deleteOnExit();
      Path archive = folder.resolve("start.jsa");
      archive.toFile().deleteOnExit();
      Path configuration = Files.writeString(folder.resolve("nothing.json"), "{\"options\": {}}");
      try {
        return rehearse(command, archive, configuration);
      } finally {
        Files.delete(configuration);
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Path place() {
    return Files.isWritable(PLACE) ? PLACE : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  private static Optional<Path> rehearse(List<String> command, Path archive, Path configuration)
      throws IOException, InterruptedException {
    List<String> trial = new ArrayList<>(command);
    trial.add(1, "-XX:ArchiveClassesAtExit=" + archive);
    ProcessBuilder builder =
        new ProcessBuilder(trial)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(Start.CONFIGURATION_VARIABLE, configuration.toString());
    builder
        .environment()
        .put(StreamPlugin.TIMING_VARIABLE, Timing.LOCKSTEP.name().toLowerCase(Locale.ROOT));
    Process process = builder.start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(emptyCapture());
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    if (!Files.isRegularFile(archive) || process.exitValue() != 0) {
      return Optional.empty();
    }
    Files.setPosixFilePermissions(
        archive.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r--r--r--"));
    return Optional.of(archive);
  }

  private static byte[] emptyCapture() {
    return ByteBuffer.allocate(24)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0xa1b2_3c4d)
        .putShort((short) 2)
        .putShort((short) 4)
        .putLong(0)
        .putInt(SNAP_LENGTH)
        .putInt(ETHERNET)
        .array();
  }
}
