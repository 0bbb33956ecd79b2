package org.dreyfus.bundle;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file of compressed JSON lines that stand in the order of the sessions they belong to, one
 * line at a time.
 *
 * @param <T> a line
 */
final class Lines<T> implements Closeable {

  private static final int BUFFER_BYTES = 8192;

  private final Path file;
  private final Class<T> type;
  private final Function<T, String> session;
  private final BufferedReader reader;
  private Optional<T> next = Optional.empty();
  private long number;

  /**
   * @param session id of the session that a line belongs to
   * @throws IOException when there is no such file, or it is damaged; the message names it
   */
  Lines(Path file, Class<T> type, Function<T, String> session) throws IOException {
    this.file = file;
    this.type = type;
    this.session = session;
    this.reader = open(file);
    advance();
  }

  private static BufferedReader open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    try {
      return new BufferedReader(
          new InputStreamReader(new GZIPInputStream(in, BUFFER_BYTES), StandardCharsets.UTF_8));
    } catch (ZipException | EOFException e) {
      in.close();
      throw damaged(file, e);
    }
  }

  private static BundleException damaged(Path file, IOException cause) {
    return new BundleException(file + ": damaged gzip (" + cause.getMessage() + ")", cause);
  }

  private void advance() throws IOException {
    try {
      String line = reader.readLine();
      number++;
      while (line != null && line.isBlank()) {
        line = reader.readLine();
        number++;
      }
      next =
          line == null
              ? Optional.empty()
              : Optional.of(ResultJson.json().parse(line, type, file.toString(), number));
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    }
  }

  /** The file, for errors. */
  String name() {
    return file.toString();
  }

  /** The line that comes next; empty at the end. */
  Optional<T> peek() {
    return next;
  }

  /** Takes the line that comes next. */
  T take() throws IOException {
    T taken = next.orElseThrow();
    advance();
    return taken;
  }

  /**
   * Takes all lines of a session.
   *
   * @throws BundleException when the next line belongs to a session that was passed already, or is
   *     none
   */
  List<T> of(String id) throws IOException {
    List<T> lines = new ArrayList<>();
    while (next.isPresent()) {
      int order = session.apply(next.get()).compareTo(id);
      if (order > 0) {
        break;
      } else if (order < 0) {
        throw misplaced();
      }
      lines.add(take());
    }
    return lines;
  }

  /** The error of a line that cannot stand where it does. */
  BundleException misplaced() {
    return new BundleException(
        "%s:%d: session '%s' is not in %s, or its lines are not in the order of sessions"
            .formatted(
                file, number, session.apply(next.orElseThrow()), EvidenceFile.SESSIONS.fileName()));
  }

  /** Reads what is left, into memory. */
  List<T> rest() throws IOException {
    List<T> lines = new ArrayList<>();
    while (next.isPresent()) {
      lines.add(take());
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
