package org.dreyfus.report.text;

import java.util.List;

/** Comma-separated values as RFC 4180 describes them, with a line feed at each line's end. */
public final class Csv {

  private static final String SPECIAL = ",\"\n\r";

  private Csv() {}

  public static String line(List<?> cells) {
    StringBuilder line = new StringBuilder(120);
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(line, String.valueOf(cells.get(i)));
    }
    return line.append('\n').toString();
  }

  private static void append(StringBuilder line, String cell) {
    if (isPlain(cell)) {
      line.append(cell);
    } else {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (SPECIAL.indexOf(cell.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
