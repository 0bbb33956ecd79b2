package org.dreyfus.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.external.Limits;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;
import org.dreyfus.external.descriptor.PluginFolder;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.external.program.ProgramLauncher;

/** The programs under {@code broken/}: each is {@code base.py}, broken in one place. */
final class BrokenPrograms {

  private static final long MIB = 1L << 20;
  private static final Path FOLDER = Path.of("src/test/resources/broken");

  private BrokenPrograms() {}

  /** Names of all, which begin with the rule that each breaks. */
  static List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .toList();
    }
  }

  /** Empty for the one that is not broken. */
  static Optional<String> rule(String name) {
    int end = name.indexOf('-');
    return end < 0 ? Optional.empty() : Optional.of(name.substring(0, end));
  }

  /** Holds one to the rules. */
  static Report check(String name, Timing timing, Isolation isolation) throws Exception {
    Path original = Files.createTempDirectory("tck-broken-");
    Files.copy(FOLDER.resolve("base.py"), original.resolve("base.py"));
    Files.copy(FOLDER.resolve(name).resolve("plugin.py"), original.resolve("plugin.py"));
    try (PluginFolder folder = PluginFolder.freeze(original)) {
      StreamPlugin plugin =
          new StreamPlugin(
              new ClassifierDescriptor(
                  name.toLowerCase(Locale.ROOT), name, "1", "nobody", "", feeds(name), false),
              folder.digest(),
              new ProgramLauncher(
                  name,
                  List.of("python3", "-B", "plugin.py"),
                  new Isolation.Readable(folder.folder(), List.of()),
                  isolation),
              timing,
              limits(name));
      return new Kit(1, 2_000, Map.of(), Duration.ofSeconds(20)).check(plugin, sample -> {});
    } finally {
      Files.delete(original.resolve("base.py"));
      Files.delete(original.resolve("plugin.py"));
      Files.delete(original);
    }
  }

  private static Set<Feed> feeds(String name) {
    return name.startsWith("E3") ? Set.of(Feed.RIGHTS) : Set.of();
  }

  /** Little time for those that never end, much for those that are to be found out otherwise. */
  private static Limits limits(String name) {
    boolean endless = name.startsWith("T1") || name.startsWith("L2");
    return new Limits(Duration.ofSeconds(endless ? 4 : 90), 256 * MIB, 64, 16 * MIB, 1.0);
  }
}
