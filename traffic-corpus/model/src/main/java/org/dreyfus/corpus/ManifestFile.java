package org.dreyfus.corpus;

import java.util.Map;

/**
 * {@code corpus.json}, whole.
 *
 * @param schemaVersion see {@link CorpusManifest}, and so on
 * @param files SHA-256 (lower-case hex) of every file but the datasheet, by path relative to the
 *     corpus, sorted
 */
record ManifestFile(
    int schemaVersion,
    String id,
    String version,
    String licence,
    String description,
    String riskRule,
    Map<String, String> files) {

  static ManifestFile of(CorpusManifest manifest, Map<String, String> files) {
    return new ManifestFile(
        manifest.schemaVersion(),
        manifest.id(),
        manifest.version(),
        manifest.licence(),
        manifest.description(),
        manifest.riskRule(),
        files);
  }
}
