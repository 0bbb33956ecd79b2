package org.dreyfus.recorder.scenario;

import org.dreyfus.corpus.LegalBasis;

/**
 * A work of a scenario beside the one that moves between its main hosts: a foreign torrent, a
 * decoy. Its rights belong to the story; no coin decides them.
 *
 * @param name by which the scenario asks for it
 * @param basis of its rights
 */
public record FurtherWork(String name, LegalBasis basis) {}
