package org.dreyfus.corpus;

import java.util.List;

/**
 * {@code identifiers.json}: the rights feed. What any product may be given in advance; it names no
 * session.
 *
 * @param schemaVersion of this file: 1
 * @param works in the order of their digests
 */
public record Identifiers(int schemaVersion, List<RegisteredWork> works) {

  /** The version of {@code identifiers.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  public Identifiers {
    works = List.copyOf(works);
  }
}
