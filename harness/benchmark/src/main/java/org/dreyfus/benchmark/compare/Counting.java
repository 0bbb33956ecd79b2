package org.dreyfus.benchmark.compare;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program prints of protocols, and how it is read. */
enum Counting {
  NOTHING {
    @Override
    Map<String, Counts> read(String printed) {
      return Map.of();
    }
  },

  /** The table of {@code classify --format text}: a line a protocol. */
  TABLE {
    @Override
    Map<String, Counts> read(String printed) {
      return rows(TABLE_ROW, printed, 2, 3, 4);
    }
  },

  /** The same table of a program that names no protocol: its sum, as {@link Counts#ALL}. */
  SUM {
    @Override
    Map<String, Counts> read(String printed) {
      Map<String, Counts> rows = TABLE.read(printed);
      return rows.isEmpty() ? rows : Map.of(Counts.ALL, Counts.sum(rows.values()));
    }
  },

  /**
   * The totals of ndpiReader: a flow stands under its application, {@code DNS.Google} as Google.
   */
  NDPI_READER {
    @Override
    Map<String, Counts> read(String printed) {
      Matcher part = NDPI_TOTALS.matcher(printed);
      return part.find() ? rows(NDPI_ROW, part.group(1), 4, 2, 3) : Map.of();
    }
  };

  private static final Pattern TABLE_ROW =
      Pattern.compile("(?m)^(\\S+) +[a-z]+ +(\\d+) +(\\d+) +(\\d+)$");
  private static final Pattern NDPI_TOTALS =
      Pattern.compile("(?s)Detected protocols:(.*?)(?:Protocol statistics:|$)");
  private static final Pattern NDPI_ROW =
      Pattern.compile("(?m)^\\s+(\\S+)\\s+packets: (\\d+)\\s+bytes: (\\d+)\\s+flows: (\\d+)");

  /** Counts by protocol; empty when nothing of the kind was printed. */
  abstract Map<String, Counts> read(String printed);

  private static Map<String, Counts> rows(
      Pattern row, String printed, int flows, int packets, int bytes) {
    Map<String, Counts> counts = new TreeMap<>();
    row.matcher(printed)
        .results()
        .forEach(
            found ->
                counts.put(
                    found.group(1),
                    new Counts(
                        number(found, flows), number(found, packets), number(found, bytes))));
    return counts;
  }

  private static long number(MatchResult row, int group) {
    return Long.parseLong(row.group(group));
  }
}
