package org.dreyfus.corpus;

import org.dreyfus.corpus.codec.PassedOver;

/** {@code corpus.json} without its list of files, which has four lines a session. */
record ManifestHead(
    int schemaVersion,
    String id,
    String version,
    String licence,
    String description,
    String riskRule,
    PassedOver files) {

  CorpusManifest manifest() {
    return new CorpusManifest(schemaVersion, id, version, licence, description, riskRule);
  }
}
