package org.dreyfus.exchange.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.exchange.ExchangeException;

/**
 * Reads a table with a header, row by row: UTF-8, RFC 4180, with line feeds or CRLF. A column
 * without a name is passed over.
 */
public final class CsvReader implements AutoCloseable {

  private static final int END = -1;

  private final Path file;
  private final BufferedReader reader;
  private final List<String> header;
  private long line = 1;

  /**
   * A row.
   *
   * @param line where it begins, from 1
   * @param values by column
   */
  public record Row(long line, Map<String, String> values) {

    /** The value of a column, unless it is blank or there is no such column. */
    public Optional<String> value(String column) {
      return Optional.ofNullable(values.get(column)).map(String::strip).filter(v -> !v.isEmpty());
    }
  }

  private CsvReader(Path file, BufferedReader reader) throws IOException {
    this.file = file;
    this.reader = reader;
    this.header =
        record()
            .orElseThrow(
                () -> ExchangeException.at(file, 1, "the table is empty; it needs a header"))
            .stream()
            .map(String::strip)
            .toList();
    if (new HashSet<>(header).size() != header.size()) {
      throw ExchangeException.at(file, 1, "two columns have the same name; rename one");
    }
  }

  /** Opens a table and reads its header. */
  public static CsvReader open(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    try {
      return new CsvReader(file, reader);
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** The next row; empty at the end. Blank lines are passed over. */
  public Optional<Row> next() throws IOException {
    while (true) {
      long first = line;
      Optional<List<String>> fields = record();
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      List<String> values = fields.get();
      boolean blank = values.size() == 1 && values.get(0).isBlank();
      if (!blank) {
        return Optional.of(row(first, values));
      }
    }
  }

  private Row row(long first, List<String> values) throws ExchangeException {
    if (values.size() != header.size()) {
      throw ExchangeException.at(
          file,
          first,
          "has %d fields where the header has %d; correct the line"
              .formatted(values.size(), header.size()));
    }
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (!header.get(i).isEmpty()) {
        byColumn.put(header.get(i), values.get(i));
      }
    }
    return new Row(first, byColumn);
  }

  private Optional<List<String>> record() throws IOException {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    int c = reader.read();
    if (c == '\ufeff') {
      c = reader.read();
    }
    if (c == END) {
      return Optional.empty();
    }
    while (true) {
      if (c == '"' && field.isEmpty()) {
        c = quoted(field);
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
        c = reader.read();
      } else if (c == '\n' || c == END) {
        line++;
        fields.add(field.toString());
        return Optional.of(fields);
      } else {
        if (c != '\r') {
          field.append((char) c);
        }
        c = reader.read();
      }
    }
  }

  /** Reads up to the closing quotation mark and returns what follows it. */
  private int quoted(StringBuilder field) throws IOException {
    long first = line;
    while (true) {
      int c = reader.read();
      if (c == END) {
        throw ExchangeException.at(file, first, "a quotation mark is never closed; close it");
      }
      if (c == '"') {
        int next = reader.read();
        if (next != '"') {
          return next;
        }
      } else if (c == '\n') {
        line++;
      }
      field.append((char) c);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
