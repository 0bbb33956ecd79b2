package org.dreyfus.external.descriptor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.Timing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code plugin.json}, and says what is wrong with one. */
public final class PluginFileReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private static final List<String> READABLE = List.of("/etc/");
  private static final long MIB = 1L << 20;

  private PluginFileReader() {}

  private enum Kind {
    PROGRAM,
    CONTAINER,
    JAVA
  }

  private record Written(
      Optional<Integer> schemaVersion,
      Optional<String> id,
      Optional<String> name,
      Optional<String> version,
      Optional<String> vendor,
      Optional<String> description,
      Optional<Kind> kind,
      Optional<List<String>> command,
      Optional<String> image,
      Optional<String> jar,
      Optional<Timing> timing,
      Optional<List<Feed>> feeds,
      Optional<Map<String, String>> options,
      Optional<List<String>> policies,
      Optional<List<String>> claims,
      Optional<List<String>> reads,
      Optional<WrittenLimits> limits) {}

  private record WrittenLimits(
      Optional<Double> timeSeconds,
      Optional<Long> memoryMiB,
      Optional<Integer> processes,
      Optional<Long> scratchMiB,
      Optional<Double> cores) {}

  /**
   * Reads one.
   *
   * @throws LaunchException when the file is missing, is no plugin.json, or says what cannot be;
   *     the message names file and member
   */
  public static PluginFile read(Path file) throws LaunchException {
    try {
      return plugin(JSON.readValue(Files.readAllBytes(file), Written.class));
    } catch (NoSuchFileException e) {
      throw LaunchException.plugin(file + ": no such file; make one with: dreyfus plugin init", e);
    } catch (IOException e) {
      throw LaunchException.plugin(file + ": cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw LaunchException.plugin(file + ": " + place(e) + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw LaunchException.plugin(file + ": " + e.getMessage(), e);
    }
  }

  private static String place(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .map(String::valueOf)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : "\"" + path + "\": ";
  }

  private static PluginFile plugin(Written written) {
    int schemaVersion = required(written.schemaVersion(), "schemaVersion");
    if (schemaVersion != PluginFile.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "\"schemaVersion\" is %d; this program reads %d"
              .formatted(schemaVersion, PluginFile.SCHEMA_VERSION));
    }
    return new PluginFile(
        schemaVersion,
        PluginFile.classifier(
            required(written.id(), "id"),
            required(written.name(), "name"),
            required(written.version(), "version"),
            required(written.vendor(), "vendor"),
            written.description(),
            Set.copyOf(written.feeds().orElse(List.of()))),
        run(written),
        written.timing().orElse(Timing.STREAM),
        written.options().orElse(Map.of()),
        inFolder(written.policies().orElse(List.of()), "policies"),
        inFolder(written.claims().orElse(List.of()), "claims"),
        written.limits().map(PluginFileReader::limits).orElse(Limits.DEFAULT));
  }

  private static PluginFile.Run run(Written written) {
    return switch (required(written.kind(), "kind")) {
      case PROGRAM -> {
        List<String> command = required(written.command(), "command");
        if (command.isEmpty()) {
          throw new IllegalArgumentException("\"command\" must name a program");
        }
        yield new PluginFile.Program(command, readable(written.reads().orElse(List.of())));
      }
      case CONTAINER ->
          new PluginFile.Container(
              required(written.image(), "image"), written.command().orElse(List.of()));
      case JAVA ->
          new PluginFile.Java(inFolder(List.of(required(written.jar(), "jar")), "jar").get(0));
    };
  }

  private static List<String> readable(List<String> paths) {
    for (String path : paths) {
      Path normal = Path.of(path).normalize();
      if (READABLE.stream().noneMatch(prefix -> normal.toString().startsWith(prefix))) {
        throw new IllegalArgumentException(
            "\"reads\": %s: only what is below %s may be read".formatted(path, READABLE));
      }
    }
    return paths;
  }

  /** Keeps file names inside the plugin's folder. */
  private static List<String> inFolder(List<String> names, String member) {
    for (String name : names) {
      Path path = Path.of(name).normalize();
      if (path.isAbsolute() || path.startsWith("..") || name.isBlank()) {
        throw new IllegalArgumentException(
            "\"%s\": '%s' must be a file in the plugin's folder".formatted(member, name));
      }
    }
    return names;
  }

  private static Limits limits(WrittenLimits written) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        written.timeSeconds().map(s -> Duration.ofMillis((long) (s * 1000))).orElse(usual.time()),
        written.memoryMiB().map(size -> size * MIB).orElse(usual.memoryBytes()),
        written.processes().orElse(usual.processes()),
        written.scratchMiB().map(size -> size * MIB).orElse(usual.scratchBytes()),
        written.cores().orElse(usual.cores()));
  }

  private static <T> T required(Optional<T> member, String name) {
    return member.orElseThrow(
        () ->
            new IllegalArgumentException(
                "\"%s\" is missing; see classifier/README.md".formatted(name)));
  }
}
