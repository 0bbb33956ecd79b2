package org.dreyfus.inline.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dreyfus.inline.lab.CommandDevice;
import org.dreyfus.lab.Shell;

/** The test device in user space, compiled where it is used. */
public final class Bump {

  private Bump() {}

  /** Skips the test where it cannot run; where CI is set, that is an error. */
  public static void isNeeded() throws IOException {
    require((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "needs root");
    for (String program : new String[] {"gcc", "ip", "ethtool"}) {
      boolean found =
          List.of("/usr/bin", "/usr/sbin", "/sbin", "/bin").stream()
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      require(found, "needs " + program);
    }
  }

  private static void require(boolean met, String what) {
    assertThat(met || System.getenv("CI") == null).as(what + ", and CI is set").isTrue();
    assumeTrue(met, what);
  }

  /** Compiles it. */
  public static CommandDevice device(Path folder, String... arguments) throws IOException {
    Path source = folder.resolve("bump.c");
    Path program = folder.resolve("bump");
    if (!Files.exists(program)) {
      try (InputStream code = Bump.class.getResourceAsStream("bump.c")) {
        Files.copy(Objects.requireNonNull(code), source);
      }
      Shell.run("gcc", "-O2", "-o", program.toString(), source.toString());
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new CommandDevice(command, Duration.ofSeconds(5));
  }
}
