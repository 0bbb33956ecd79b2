package org.dreyfus.inline.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dreyfus.lab.Shell;

/** Makes a vendor's image: a root file system that holds nothing but {@code box.c}, compiled. */
final class BoxImage {

  private BoxImage() {}

  static Path in(Path folder) throws IOException {
    Path source = folder.resolve("box.c");
    try (InputStream in = BoxImage.class.getResourceAsStream("box.c")) {
      Files.copy(Objects.requireNonNull(in), source);
    }
    Path tar = folder.resolve("box.tar");
    String program = folder.resolve("box").toString();
    String warnings =
        Shell.run("gcc", "-O2", "-Wall", "-Werror", "-static", "-o", program, source.toString());
    String names = Shell.run("tar", "-C", folder.toString(), "-cf", tar.toString(), "box");
    if (!(warnings + names).isBlank()) {
      throw new IOException(warnings + names);
    }
    return tar;
  }
}
