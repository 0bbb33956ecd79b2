package org.dreyfus.cluster;

/** Something could not be read or written on the host of an executor. It may be on another. */
final class StorageTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StorageTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
