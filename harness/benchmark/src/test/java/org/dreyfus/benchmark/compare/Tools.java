package org.dreyfus.benchmark.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The programs that the tests run. */
final class Tools {

  static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

  private Tools() {}

  /** Compiles what is in C; skips the test where that cannot be done or ndpiReader is missing. */
  static NativePrograms required(Path folder) throws InterruptedException {
    boolean here =
        Programs.has("cc")
            && Programs.has("ndpiReader")
            && Files.exists(Path.of("/usr/include/ndpi/ndpi_api.h"));
    assertThat(here || System.getenv("CI") == null).as(NativePrograms.PACKAGES).isTrue();
    Assumptions.assumeTrue(here, "missing: some of " + NativePrograms.PACKAGES);
    return NativePrograms.compile(HOME, folder);
  }

  /** The lower bound. */
  static Path lean(Path folder) throws InterruptedException {
    Optional<Path> lean = required(folder).lean();
    assertThat(lean).isPresent();
    return lean.orElseThrow();
  }

  /** A launcher of the classes under test. */
  static Path dreyfus(Path folder) throws IOException {
    Path launcher = folder.resolve("dreyfus");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -Ddreyfus.home='%s' -cp '%s' org.dreyfus.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                HOME,
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    return launcher;
  }
}
