package org.dreyfus.scoring;

/** Whose word a claim is, and so what its refutation says. */
public enum ClaimNature {
  /** A vendor says it of a product, or it is borrowed from one who does. */
  STATEMENT,
  /** Somebody else found it. */
  FINDING,
  /** Somebody else found the opposite, which cannot be put to the test itself. */
  OPPOSITE_OF_FINDING;

  /** Whether it is somebody else's finding, and a result like this agrees with it. */
  boolean isReproducedBy(Finding.Result result) {
    return switch (this) {
      case STATEMENT -> false;
      case FINDING -> result == Finding.Result.SUPPORTED || result == Finding.Result.NOT_REFUTED;
      case OPPOSITE_OF_FINDING -> result == Finding.Result.REFUTED;
    };
  }
}
