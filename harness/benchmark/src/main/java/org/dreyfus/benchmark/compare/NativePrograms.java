package org.dreyfus.benchmark.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programs in C that come with this project, compiled for this machine.
 *
 * @param measure runs a command and reports what it took
 * @param lean the lower bound; absent where nDPI's header is not installed
 */
record NativePrograms(Path measure, Optional<Path> lean) {

  /** What to install for all of them, and to compare with. */
  static final String PACKAGES = "gcc libc6-dev libndpi-dev libndpi-bin tcpdump tshark";

  private static final Path NDPI_HEADER = Path.of("/usr/include/ndpi/ndpi_api.h");
  private static final String SOURCES = "harness/benchmark/src/main/c";

  /**
   * Compiles them.
   *
   * @param home the root of the checkout
   * @param folder takes the programs
   * @throws CompareFailure when there is no compiler, or it fails
   */
  static NativePrograms compile(Path home, Path folder) throws InterruptedException {
    if (!Programs.has("cc")) {
      throw new CompareFailure(
          CompareFailure.MISSING_REQUIREMENT,
          "cc is missing; run as root: apt-get install --no-install-recommends " + PACKAGES);
    }
    Path sources = home.resolve(SOURCES);
    Path measure =
        compile(List.of("-O2"), sources.resolve("measure.c"), folder.resolve("measure"), List.of());
    return new NativePrograms(
        measure,
        Files.exists(NDPI_HEADER)
            ? Optional.of(
                compile(
                    List.of("-O3", "-march=native"),
                    sources.resolve("lean.c"),
                    folder.resolve("lean"),
                    List.of("-lndpi")))
            : Optional.empty());
  }

  private static Path compile(List<String> flags, Path source, Path program, List<String> libraries)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("cc"));
    command.addAll(flags);
    command.addAll(List.of("-o", program.toString(), source.toString()));
    command.addAll(libraries);
    String said = Programs.output(command);
    if (!Files.isExecutable(program)) {
      throw new CompareFailure(
          CompareFailure.MISSING_REQUIREMENT,
          "%s does not compile (%s); run as root: apt-get install --no-install-recommends %s"
              .formatted(source, said.strip().lines().findFirst().orElse("cc"), PACKAGES));
    }
    return program;
  }
}
