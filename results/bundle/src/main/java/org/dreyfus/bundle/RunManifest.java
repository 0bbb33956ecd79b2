package org.dreyfus.bundle;

import java.util.Map;
import java.util.Set;
import org.dreyfus.scoring.CorpusFacts;

/**
 * {@code run.json}: how a bundle came to be.
 *
 * @param schemaVersion of this file: 1
 * @param toolVersion of Dreyfus
 * @param classifier that was run
 * @param configurationDigest SHA-256 over descriptor and options, lower-case hex: what was frozen
 * @param corpus that it was run against
 * @param claimFiles SHA-256 of each claim file, by id
 * @param policies SHA-256 of each policy applied, by id
 * @param seed of the run
 * @param blinded false only for debugging; printed on the scorecard
 * @param blindingKeys how many keys were compared
 * @param decisionPoint how it is known at which packet the classifier decided
 * @param options given to the classifier
 * @param feeds given to the classifier, by name
 * @param environment facts of the machine, by name
 * @param timing in seconds, by what was timed
 * @param counts by what was counted
 * @param reproduce the command that makes this bundle again
 */
public record RunManifest(
    int schemaVersion,
    String toolVersion,
    ClassifierFacts classifier,
    String configurationDigest,
    CorpusFacts corpus,
    Map<String, String> claimFiles,
    Map<String, String> policies,
    long seed,
    boolean blinded,
    int blindingKeys,
    DecisionPoint decisionPoint,
    Map<String, String> options,
    Set<String> feeds,
    Map<String, String> environment,
    Map<String, Double> timing,
    Map<String, Long> counts,
    String reproduce) {

  /** The version of {@code run.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;
}
