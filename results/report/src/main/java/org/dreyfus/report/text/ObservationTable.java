package org.dreyfus.report.text;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;

/** The raw data of a bundle as CSV: a line a flow, in the order of the bundle. */
public final class ObservationTable {

  private ObservationTable() {}

  /**
   * Writes the columns of {@link ObservationColumn#ALL}; what there is none of is left empty.
   *
   * @throws IOException when it cannot be written
   * @throws java.io.UncheckedIOException when what is stored cannot be read
   */
  public static void csv(Bundle bundle, Appendable out) throws IOException {
    out.append(Csv.line(ObservationColumn.ALL.stream().map(ObservationColumn::name).toList()));
    try (Stream<ObservationLine> lines = ObservationLine.of(bundle)) {
      for (Iterator<ObservationLine> each = lines.iterator(); each.hasNext(); ) {
        out.append(Csv.line(cells(each.next())));
      }
    }
  }

  private static List<String> cells(ObservationLine line) {
    return ObservationColumn.ALL.stream()
        .map(column -> column.value().apply(line).map(String::valueOf).orElse(""))
        .toList();
  }
}
