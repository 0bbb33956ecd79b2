package org.dreyfus.report.text;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 describes them, with a line feed at each line's end. */
public final class Csv {

  private Csv() {}

  public static String line(List<?> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Object value) {
    String text = String.valueOf(value);
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
