package org.dreyfus.corpus;

import java.util.List;

/**
 * {@code works.json}: the rights catalogue.
 *
 * @param schemaVersion of this file: 1
 * @param works by id
 */
public record Catalogue(int schemaVersion, List<Work> works) {

  /** The version of {@code works.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;
}
