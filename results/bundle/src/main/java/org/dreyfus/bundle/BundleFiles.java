package org.dreyfus.bundle;

import org.dreyfus.bundle.signature.BundleSignature;

/** The names of a bundle's files, but for those of {@link EvidenceFile}. */
final class BundleFiles {

  static final String RUN = "run.json";
  static final String INLINE = "inline.json";
  static final String INLINE_FLOWS = "inline.jsonl.gz";
  static final String SCORECARD = "scorecard.json";
  static final String BESIDE = "beside.json";
  static final String PAGE = "scorecard.html";
  static final String RESPONSE = "response.txt";
  static final String DIGESTS = "SHA256SUMS";
  static final String SIGNATURE = BundleSignature.FILE;
  static final String CLAIMS = "claims";
  static final String POLICIES = "policies";

  private BundleFiles() {}
}
