package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the data that comes with Dreyfus lies. */
final class Installation {

  private static final String HOME = "dreyfus.home";

  private Installation() {}

  static Path corpora() {
    return home().resolve("traffic-corpus/corpora");
  }

  static Path claims() {
    return home().resolve("results/claims");
  }

  static Path policies() {
    return home().resolve("results/policies");
  }

  /** Plugins to begin with, a folder a language. */
  static Path examples() {
    return home().resolve("classifier/examples");
  }

  /** The folder of a corpus that the user named by id or by path. */
  static Path corpus(String idOrPath) {
    Path bundled = corpora().resolve(idOrPath);
    Path named = Path.of(idOrPath);
    if (!idOrPath.isBlank() && isCorpus(bundled)) {
      return bundled;
    } else if (isCorpus(named)) {
      return named;
    }
    throw new CommandFailure(
        ExitCode.BAD_INPUT,
        "no corpus '%s': neither a bundled one (%s) nor a folder with a corpus.json"
            .formatted(idOrPath, String.join(", ", namesIn(corpora()))));
  }

  /** A claim file that the user named by id or by path. */
  static Path claimFile(String idOrPath) {
    return data(claims(), "claim file", idOrPath);
  }

  /** A data file that the user named by id or by path. */
  static Path data(Path folder, String kind, String idOrPath) {
    Path bundled = folder.resolve(idOrPath + ".json");
    if (Files.isRegularFile(bundled)) {
      return bundled;
    } else if (Files.isRegularFile(Path.of(idOrPath))) {
      return Path.of(idOrPath);
    }
    throw new CommandFailure(
        ExitCode.BAD_INPUT,
        "no %s '%s': neither a bundled one (%s) nor a file"
            .formatted(
                kind,
                idOrPath,
                String.join(
                    ", ",
                    namesIn(folder).stream()
                        .filter(name -> name.endsWith(".json"))
                        .map(name -> name.replace(".json", ""))
                        .toList())));
  }

  static List<String> namesIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, folder + ": cannot be listed", e);
    }
  }

  private static boolean isCorpus(Path folder) {
    return Files.isRegularFile(folder.resolve("corpus.json"));
  }

  private static Path home() {
    return Optional.ofNullable(System.getProperty(HOME))
        .map(Path::of)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.MISSING_REQUIREMENT,
                    "the system property dreyfus.home is not set; start Dreyfus with ./dreyfus"));
  }
}
