package org.dreyfus.corpus;

/**
 * What {@code corpus.json} says of the corpus as a whole. The digests of its files stand there,
 * too: {@link Corpus#digests}.
 *
 * @param schemaVersion of this file: 1
 * @param id of the corpus, lower case letters, digits and hyphens
 * @param version changes whenever a file does
 * @param licence of the corpus as a whole, SPDX
 * @param description one paragraph
 * @param riskRule the rule that designates a service risky, in plain words
 */
public record CorpusManifest(
    int schemaVersion,
    String id,
    String version,
    String licence,
    String description,
    String riskRule) {

  /** The version of {@code corpus.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;
}
