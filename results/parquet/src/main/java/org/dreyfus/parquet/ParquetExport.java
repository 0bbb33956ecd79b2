package org.dreyfus.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.report.export.ObservationExport;
import org.dreyfus.report.text.ObservationColumn;
import org.dreyfus.report.text.ObservationLine;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A row a flow, in the columns of {@link ObservationColumn#ALL}; what there is none of is NULL. */
public final class ParquetExport implements ObservationExport {

  private static final String TABLE = "observations";

  @Override
  public String format() {
    return "parquet";
  }

  @Override
  public void write(Bundle bundle, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (!Files.isDirectory(target.resolveSibling("."))) {
      throw new IOException(file + ": there is no such folder; make it, or choose another --out");
    }
    try (DuckDBConnection memory =
            DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        Statement statement = memory.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("CREATE TABLE %s (%s)".formatted(TABLE, columns()));
      try (DuckDBAppender rows = memory.createAppender(DuckDBConnection.DEFAULT_SCHEMA, TABLE);
          Stream<ObservationLine> lines = ObservationLine.of(bundle)) {
        for (ObservationLine line : (Iterable<ObservationLine>) lines::iterator) {
          append(line, rows);
        }
      }
      statement.execute(
          "COPY %s TO '%s' (FORMAT parquet, COMPRESSION zstd)"
              .formatted(TABLE, target.toString().replace("'", "''")));
    } catch (SQLException e) {
      throw new IOException(file + ": cannot be written as Parquet (" + e.getMessage() + ")", e);
    }
  }

  private static String columns() {
    return ObservationColumn.ALL.stream()
        .map(column -> '"' + column.name() + "\" " + type(column.type()))
        .collect(Collectors.joining(", "));
  }

  private static String type(ObservationColumn.Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case WHOLE_NUMBER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case TRUTH -> "BOOLEAN";
    };
  }

  private static void append(ObservationLine line, DuckDBAppender rows) throws SQLException {
    rows.beginRow();
    for (ObservationColumn column : ObservationColumn.ALL) {
      Optional<?> value = column.value().apply(line);
      if (value.isEmpty()) {
        rows.appendNull();
      } else {
        append(value.get(), rows);
      }
    }
    rows.endRow();
  }

  private static void append(Object value, DuckDBAppender rows) throws SQLException {
    if (value instanceof Long number) {
      rows.append(number.longValue());
    } else if (value instanceof Double number) {
      rows.append(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      rows.append(truth.booleanValue());
    } else {
      rows.append(String.valueOf(value));
    }
  }
}
