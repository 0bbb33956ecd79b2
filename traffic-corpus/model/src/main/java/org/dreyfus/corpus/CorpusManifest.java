package org.dreyfus.corpus;

import java.util.Map;

/**
 * {@code corpus.json}.
 *
 * @param schemaVersion of this file: 1
 * @param id of the corpus, lower case letters, digits and hyphens
 * @param version changes whenever a file does
 * @param licence of the corpus as a whole, SPDX
 * @param description one paragraph
 * @param riskRule the rule that designates a service risky, in plain words
 * @param files SHA-256 (lower-case hex) of every file but the datasheet, by path relative to the
 *     corpus, sorted
 */
public record CorpusManifest(
    int schemaVersion,
    String id,
    String version,
    String licence,
    String description,
    String riskRule,
    Map<String, String> files) {

  /** The version of {@code corpus.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;
}
