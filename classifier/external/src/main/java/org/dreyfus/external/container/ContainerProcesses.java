package org.dreyfus.external.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes of a container, as this process sees them: by their control group. The engine may
 * live in another process namespace, in which they have other numbers.
 */
final class ContainerProcesses {

  private static final Path PROC = Path.of("/proc");

  private ContainerProcesses() {}

  /** Numbers of those that run, in no order. */
  static List<Long> of(String container) throws IOException {
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (controlGroups(process).contains(container)) {
          found.add(Long.valueOf(String.valueOf(process.getFileName())));
        }
      }
    }
    return found;
  }

  private static String controlGroups(Path process) {
    try {
      return Files.readString(process.resolve("cgroup"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It has ended since it was listed.
      return "";
    }
  }
}
