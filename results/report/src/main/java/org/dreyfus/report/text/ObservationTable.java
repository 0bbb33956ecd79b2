package org.dreyfus.report.text;

import java.util.List;
import org.dreyfus.bundle.Bundle;

/** The raw data of a bundle as CSV: a line a flow, in the order of the bundle. */
public final class ObservationTable {

  private ObservationTable() {}

  /** The columns of {@link ObservationColumn#ALL}; what there is none of is left empty. */
  public static String csv(Bundle bundle) {
    StringBuilder lines =
        new StringBuilder(
            Csv.line(ObservationColumn.ALL.stream().map(ObservationColumn::name).toList()));
    ObservationLine.of(bundle).forEach(line -> lines.append(Csv.line(cells(line))));
    return lines.toString();
  }

  private static List<String> cells(ObservationLine line) {
    return ObservationColumn.ALL.stream()
        .map(column -> column.value().apply(line).map(String::valueOf).orElse(""))
        .toList();
  }
}
