package org.dreyfus.scoring;

/**
 * What a scorecard says of the corpus.
 *
 * @param id of the corpus
 * @param version of the corpus
 * @param digest SHA-256 of its corpus.json, lower-case hex
 * @param isPublic true when works, keys and addresses were known before the classifier was frozen:
 *     a claim can then be refuted but not supported
 * @param riskRule the rule by which services were designated risky
 */
public record CorpusFacts(
    String id, String version, String digest, boolean isPublic, String riskRule) {}
