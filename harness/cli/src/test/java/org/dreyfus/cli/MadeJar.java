package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;

/** Builds a vendor's jar with the JDK's own compiler. */
final class MadeJar {

  private MadeJar() {}

  /**
   * Compiles one source file against the contract alone.
   *
   * @param provider class that the jar names
   */
  static Path of(Path source, String provider, Path jar) throws Exception {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    String contract =
        Path.of(Classifier.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                contract,
                "-d",
                classes.toString(),
                source.toString());
    assertThat(status).as("javac " + source).isZero();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("META-INF/services/" + ClassifierProvider.class.getName()));
      entries.write(provider.getBytes(StandardCharsets.UTF_8));
      for (Path file : files(classes)) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
      }
    }
    return jar;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
