package org.dreyfus.bundle.signature;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * An in-toto statement, version 1: https://in-toto.io/Statement/v1. Its subjects are the files of a
 * bundle, its predicate says what the bundle is.
 */
record Statement(
    @JsonProperty("_type") String type,
    List<Subject> subject,
    String predicateType,
    Map<String, String> predicate) {

  static final String TYPE = "https://in-toto.io/Statement/v1";
  static final String RESULT_BUNDLE = "https://dreyfus.invalid/result-bundle/v1";
  static final String SUBMISSION = "https://dreyfus.invalid/submission/v1";

  /**
   * A file.
   *
   * @param name within the bundle
   * @param digest {@code sha256}, lower-case hex
   */
  record Subject(String name, Map<String, String> digest) {}
}
