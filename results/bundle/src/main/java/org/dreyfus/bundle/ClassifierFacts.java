package org.dreyfus.bundle;

import java.util.Set;

/**
 * Which classifier was run.
 *
 * @param id of the classifier
 * @param name for people
 * @param version as its vendor counts
 * @param vendor who answers for it
 * @param description one sentence
 * @param reconstruction rebuilt from public statements about a product that could not be had
 * @param feeds what it asks for, by name
 */
public record ClassifierFacts(
    String id,
    String name,
    String version,
    String vendor,
    String description,
    boolean reconstruction,
    Set<String> feeds) {}
