package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine. Missing, it skips the test; where CI is set, it fails. */
final class Requirements {

  private static final String FOLDERS = "/usr/sbin:/sbin:/usr/bin:/bin";

  private Requirements() {}

  static void root() throws IOException {
    require((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "needs root");
  }

  static void program(String name) {
    require(isHere(name), "needs the program " + name);
  }

  /** One that not every Debian has: without it the test is skipped, in CI too. */
  static void programFromBackports(String name) {
    assumeTrue(isHere(name), "needs the program " + name);
  }

  static void file(String path) {
    require(Files.exists(Path.of(path)), "needs " + path);
  }

  private static boolean isHere(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", FOLDERS).split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void require(boolean met, String what) {
    if (System.getenv("CI") != null) {
      assertThat(met).as(what + ", and CI is set").isTrue();
    }
    assumeTrue(met, what);
  }
}
