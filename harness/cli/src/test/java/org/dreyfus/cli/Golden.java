package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Expected lines in a file. To renew: {@code -Ddreyfus.regolden=true}, then read the diff. */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/org/dreyfus/cli");

  private Golden() {}

  static void check(String file, List<String> lines) throws IOException {
    Path expected = FOLDER.resolve(file);
    String actual = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("dreyfus.regolden")) {
      Files.createDirectories(FOLDER);
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as("%s: run with -Ddreyfus.regolden=true when the change is meant", expected)
        .isEqualTo(Files.readString(expected));
  }
}
