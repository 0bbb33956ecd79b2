package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Builds the example in {@code classifier/examples/container}. */
final class ExampleImage {

  private static final Path SOURCE = Path.of("..", "examples", "c", "blocker.c");
  private static final int EXECUTABLE = 0100755;

  private ExampleImage() {}

  /** A root file system that holds nothing but the program. */
  static Path rootFileSystem(Path folder) throws IOException, InterruptedException {
    Path program = folder.resolve("blocker");
    compile(program);
    Path tar = folder.resolve("blocker.tar");
    try (TarArchiveOutputStream out = Tars.writing(Files.newOutputStream(tar))) {
      TarArchiveEntry entry = new TarArchiveEntry("blocker");
      entry.setSize(Files.size(program));
      entry.setMode(EXECUTABLE);
      out.putArchiveEntry(entry);
      Files.copy(program, out);
      out.closeArchiveEntry();
    }
    return tar;
  }

  static void compile(Path program) throws IOException, InterruptedException {
    Process compiler;
    try {
      compiler =
          new ProcessBuilder(
                  "gcc",
                  "-O2",
                  "-Wall",
                  "-Werror",
                  "-static",
                  "-o",
                  program.toString(),
                  SOURCE.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      if (System.getenv("CI") != null) {
        fail("CI needs gcc");
      }
      Assumptions.abort("gcc is not installed");
      throw e;
    }
    String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      fail("gcc: " + messages);
    }
  }
}
