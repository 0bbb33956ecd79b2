package org.dreyfus.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The published JSON Schemas (draft 2020-12) of a corpus's files. */
public final class CorpusSchemas {

  private CorpusSchemas() {}

  /** The record that stands behind each schema, by the schema's name. */
  static Map<String, Class<?>> records() {
    Map<String, Class<?>> records = new LinkedHashMap<>();
    records.put("corpus", ManifestFile.class);
    records.put("works", Catalogue.class);
    records.put("session", Session.class);
    records.put("flow", FlowLabel.class);
    records.put("identifiers", Identifiers.class);
    records.put("networks", RiskyNetworks.class);
    return records;
  }

  static String idOf(String name) {
    return "https://dreyfus.invalid/schema/" + name + ".schema.json";
  }

  /**
   * The text of a schema.
   *
   * @param name {@code "corpus"}, {@code "works"}, {@code "session"}, {@code "flow"} (one line of
   *     {@code flows.jsonl}), {@code "identifiers"} or {@code "networks"}
   * @throws IllegalArgumentException when there is no such schema
   */
  public static String text(String name) throws IOException {
    try (InputStream in =
        CorpusSchemas.class.getResourceAsStream("schema/" + name + ".schema.json")) {
      if (in == null) {
        throw new IllegalArgumentException("no schema '" + name + "'; there are " + records());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
