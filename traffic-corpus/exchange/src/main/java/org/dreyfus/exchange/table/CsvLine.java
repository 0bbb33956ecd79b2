package org.dreyfus.exchange.table;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as RFC 4180 wants them, but with a line feed at the end. */
public final class CsvLine {

  private CsvLine() {}

  /** One row. */
  public static String of(List<String> values) {
    return values.stream().map(CsvLine::field).collect(Collectors.joining(",", "", "\n"));
  }

  private static String field(String value) {
    boolean plain =
        value.indexOf(',') < 0
            && value.indexOf('"') < 0
            && value.indexOf('\n') < 0
            && value.indexOf('\r') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
