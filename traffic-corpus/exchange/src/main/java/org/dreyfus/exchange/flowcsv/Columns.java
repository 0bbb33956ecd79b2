package org.dreyfus.exchange.flowcsv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.SessionFields;

/** Names and forms of the columns. */
final class Columns {

  static final String SESSION = "session";
  static final String FLOW = "flow";
  static final String COMMUNITY_ID = "community_id";
  static final String START = "start";

  static final List<String> TUPLE = List.of("src_ip", "src_port", "dest_ip", "dest_port", "proto");

  private static final int NANO_DIGITS = 9;

  private Columns() {}

  /** In the order of an export. */
  static List<String> written() {
    List<String> columns = new ArrayList<>(List.of(SESSION, FLOW, COMMUNITY_ID));
    columns.addAll(TUPLE);
    columns.addAll(List.of(START, "end", "packets", "bytes"));
    columns.addAll(LabelFields.NAMES);
    columns.addAll(SessionFields.NAMES);
    return columns;
  }

  /** That an import understands. */
  static Set<String> known() {
    Set<String> known = new TreeSet<>(written());
    known.add(LabelFields.CLASS);
    known.add(LabelFields.PROGRAM);
    return known;
  }

  static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString();
  }
}
