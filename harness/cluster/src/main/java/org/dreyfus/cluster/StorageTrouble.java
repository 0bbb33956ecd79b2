package org.dreyfus.cluster;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Something could not be read or written on the host of an executor. It may be on another. */
final class StorageTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StorageTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  static StorageTrouble of(IOException cause, String host) {
    String problem =
        cause instanceof NoSuchFileException missing
            ? missing.getFile() + ": no such file"
            : String.valueOf(cause.getMessage());
    return new StorageTrouble("host %s: %s".formatted(host, problem), cause);
  }
}
