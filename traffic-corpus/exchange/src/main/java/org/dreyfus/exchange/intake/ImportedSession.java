package org.dreyfus.exchange.intake;

import java.util.Optional;
import org.dreyfus.corpus.Pair;

/**
 * What is known of a session before its packets are looked at.
 *
 * @param name unique within the corpus; becomes its id, with other characters replaced
 * @param scenario what it is a repetition of; its class or file when the source does not say
 * @param story what happens, in one plain sentence
 * @param cluster independent unit: by default one a class, so that many files of one class do not
 *     pass for many observations
 * @param pair its twin, when the source says so
 */
public record ImportedSession(
    String name, String scenario, String story, String cluster, Optional<Pair> pair) {}
