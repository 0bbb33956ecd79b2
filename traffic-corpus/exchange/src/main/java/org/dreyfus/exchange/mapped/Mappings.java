package org.dreyfus.exchange.mapped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.LabelFields;

/** Mappings that come with the program, and those of users. */
public final class Mappings {

  /** Names of the mappings that come with the program. */
  public static final List<String> BUNDLED =
      List.of(
          "iscx-vpn-nonvpn-2016",
          "iscxtor-2016",
          "ustc-tfc2016",
          "mirage-2019",
          "utmobilenet-2021",
          "unibs-2009");

  private static final StrictJson JSON = StrictJson.plain();

  private Mappings() {}

  /**
   * A mapping by the name of a bundled one, or from a file.
   *
   * @throws IOException when there is none, or it is malformed
   */
  public static Mapping of(String nameOrFile) throws IOException {
    if (BUNDLED.contains(nameOrFile)) {
      return parse(bundled(nameOrFile), nameOrFile + ".json");
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new ExchangeException(
          nameOrFile + ": neither a file nor one of the bundled mappings " + BUNDLED);
    }
    return parse(Files.readString(file), nameOrFile);
  }

  private static String bundled(String name) throws IOException {
    try (InputStream in = Mappings.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException(name + ".json is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Mapping parse(String text, String name) throws IOException {
    Mapping mapping = JSON.parse(text, Mapping.class, name);
    if (mapping.schemaVersion() != Mapping.SCHEMA_VERSION) {
      throw new ExchangeException(
          "%s: schemaVersion %d is not known; this version of Dreyfus reads %d"
              .formatted(name, mapping.schemaVersion(), Mapping.SCHEMA_VERSION));
    }
    List<Map<String, String>> labels = new ArrayList<>();
    mapping.paths().forEach(rule -> labels.add(rule.labels()));
    mapping.flows().forEach(rule -> labels.add(rule.labels()));
    Set<String> unknown = new TreeSet<>();
    labels.forEach(fields -> unknown.addAll(fields.keySet()));
    LabelFields.NAMES.forEach(unknown::remove);
    unknown.remove(LabelFields.CLASS);
    if (!unknown.isEmpty()) {
      throw new ExchangeException(
          "%s: unknown labels %s; known are %s".formatted(name, unknown, LabelFields.NAMES));
    }
    return mapping;
  }
}
