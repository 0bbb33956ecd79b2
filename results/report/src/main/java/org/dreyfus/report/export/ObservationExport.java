package org.dreyfus.report.export;

import java.io.IOException;
import java.nio.file.Path;
import org.dreyfus.bundle.Bundle;

/**
 * Writes the observations of a bundle in some format. Found with {@link java.util.ServiceLoader}.
 */
public interface ObservationExport {

  /** How the format is called on the command line: {@code "parquet"}. */
  String format();

  /**
   * Writes a file, in place of one that is there.
   *
   * @throws IOException when the file cannot be written; the message says which and why
   */
  void write(Bundle bundle, Path file) throws IOException;
}
