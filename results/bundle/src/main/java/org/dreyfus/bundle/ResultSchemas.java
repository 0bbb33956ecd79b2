package org.dreyfus.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;

/** The published JSON Schemas (draft 2020-12) of bundles, claim files and policy files. */
public final class ResultSchemas {

  private ResultSchemas() {}

  /** The record that stands behind each schema, by the schema's name. */
  static Map<String, Class<?>> records() {
    Map<String, Class<?>> records = new LinkedHashMap<>();
    records.put("run", RunManifest.class);
    records.put("observation", Observation.class);
    records.put("unstable", FlowRef.class);
    records.put("accusation", Accusation.class);
    records.put("conduct", Conduct.class);
    records.put("inline", InlineRun.class);
    records.put("inline-flow", InlineFlow.class);
    records.put("scorecard", Scorecards.class);
    records.put("beside", Beside.class);
    records.put("claims", ClaimFile.class);
    records.put("policy", Policy.class);
    return records;
  }

  static String idOf(String name) {
    return "https://dreyfus.invalid/schema/" + name + ".schema.json";
  }

  /**
   * The text of a schema.
   *
   * @param name {@code "run"}, {@code "observation"}, {@code "unstable"}, {@code "accusation"},
   *     {@code "conduct"}, {@code "inline"}, {@code "inline-flow"}, {@code "scorecard"}, {@code
   *     "beside"}, {@code "claims"} or {@code "policy"}
   * @throws IllegalArgumentException when there is no such schema
   */
  public static String text(String name) throws IOException {
    try (InputStream in =
        ResultSchemas.class.getResourceAsStream("schema/" + name + ".schema.json")) {
      if (in == null) {
        throw new IllegalArgumentException("no schema '" + name + "'");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
