package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine. Missing, it skips the test; where CI is set, it fails. */
public final class Requirements {

  private Requirements() {}

  public static void root() throws IOException {
    require((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "needs root");
  }

  public static void program(String name) {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    require(found, "needs the program " + name);
  }

  private static void require(boolean met, String what) {
    if (System.getenv("CI") != null) {
      assertThat(met).as(what + ", and CI is set").isTrue();
    }
    assumeTrue(met, what);
  }
}
