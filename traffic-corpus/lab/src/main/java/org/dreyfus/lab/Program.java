package org.dreyfus.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A program of this machine.
 *
 * @param name as it is typed
 * @param debianPackage that it comes with
 */
public record Program(String name, String debianPackage) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SYSTEM_FOLDERS = "/usr/sbin:/sbin:/usr/bin:/bin";

  /**
   * Sees that it is here.
   *
   * @throws MissingRequirement when it is not; the message names the package
   */
  public void need() {
    if (!isHere()) {
      throw new MissingRequirement(
          "the program '%s' is missing".formatted(name),
          "install it: apt-get install " + debianPackage);
    }
  }

  public boolean isHere() {
    String path = System.getenv().getOrDefault("PATH", SYSTEM_FOLDERS);
    return Arrays.stream(path.split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /**
   * What it says of its version, the first line of it.
   *
   * @param option that makes it say so
   * @return "not installed" where it is missing
   */
  public String version(String option) {
    if (!isHere()) {
      return "not installed";
    }
    return Shell.run(List.of(name, option), PATIENCE, Map.of())
        .output()
        .lines()
        .findFirst()
        .orElse("of unknown version")
        .strip();
  }
}
