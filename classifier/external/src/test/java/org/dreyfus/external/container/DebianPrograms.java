package org.dreyfus.external.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A root file system from this machine's own essential programs and the libraries they need. */
final class DebianPrograms {

  private static final List<String> PROGRAMS =
      List.of("bash", "cat", "dd", "head", "id", "ls", "perl", "sleep", "tail", "touch");
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
  private static final int EXECUTABLE = 0100755;

  private DebianPrograms() {}

  static void writeTo(Path tar) throws IOException, InterruptedException {
    Set<String> libraries = new TreeSet<>();
    try (TarArchiveOutputStream out = Tars.writing(Files.newOutputStream(tar))) {
      for (String program : PROGRAMS) {
        Path file = Path.of("/usr/bin", program);
        add(out, "bin/" + program, file);
        libraries.addAll(librariesOf(file));
      }
      for (String library : libraries) {
        add(out, library.substring(1), Path.of(library));
      }
      TarArchiveEntry folder = new TarArchiveEntry("tmp/");
      out.putArchiveEntry(folder);
      out.closeArchiveEntry();
    }
  }

  private static Set<String> librariesOf(Path program) throws IOException, InterruptedException {
    Process ldd = new ProcessBuilder("ldd", program.toString()).start();
    String answer =
        new String(ldd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    ldd.waitFor();
    Set<String> libraries = new TreeSet<>();
    Matcher matcher = LIBRARY.matcher(answer);
    while (matcher.find()) {
      libraries.add(matcher.group(1));
    }
    return libraries;
  }

  private static void add(TarArchiveOutputStream out, String name, Path file) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(Files.size(file.toRealPath()));
    entry.setMode(EXECUTABLE);
    entry.setModTime(0);
    out.putArchiveEntry(entry);
    Files.copy(file.toRealPath(), out);
    out.closeArchiveEntry();
  }
}
