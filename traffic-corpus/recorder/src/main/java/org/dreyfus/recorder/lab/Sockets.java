package org.dreyfus.recorder.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.lab.Shell;

/** Asks the kernel which program holds a port: {@code ss -lnp} of iproute2. */
final class Sockets {

  private static final Pattern PROGRAM = Pattern.compile("users:\\(\\(\"([^\"]+)\"");

  private Sockets() {}

  /** The holder of a port; empty while nobody listens, or ss was too early to see who it is. */
  static Optional<String> listener(List<String> ss, int port) {
    String output = Shell.run(ss, Duration.ofSeconds(10), Map.of()).orThrow(ss);
    for (String line : output.split("\n")) {
      String[] columns = line.trim().split("\\s+");
      if (columns.length >= 5 && columns[3].endsWith(":" + port)) {
        Matcher program = PROGRAM.matcher(line);
        if (program.find()) {
          return Optional.of(program.group(1));
        }
      }
    }
    return Optional.empty();
  }
}
