package org.dreyfus.inline.lab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** What a device prints, in a file that grows. Little of it is ever in memory. */
final class DeviceLog {

  private static final int PIECE_BYTES = 64 << 10;
  private static final int TAIL_BYTES = 4 << 10;
  private static final int MAX_LINE = 300;

  private final Path file;
  private long position;

  DeviceLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Whether a text stands in a whole line that no earlier search has passed. */
  boolean find(String text) {
    return find(line -> line.contains(text)).isPresent();
  }

  /**
   * The first such line among those that no earlier search has passed, without its end. The next
   * search goes on behind it.
   */
  synchronized Optional<String> find(Predicate<String> wanted) {
    String piece = read(position, PIECE_BYTES);
    while (piece.indexOf('\n') >= 0) {
      int end = piece.indexOf('\n') + 1;
      String line = piece.substring(0, end - 1);
      position += end;
      piece = piece.substring(end);
      if (wanted.test(line)) {
        return Optional.of(line);
      }
      if (piece.indexOf('\n') < 0) {
        piece = read(position, PIECE_BYTES);
      }
    }
    if (piece.length() == PIECE_BYTES) {
      position += PIECE_BYTES;
    }
    return Optional.empty();
  }

  /** Later searches pass over what was printed so far. */
  synchronized void skipToEnd() {
    position = length();
  }

  /** The last line that is not empty, cut to 300 characters; empty when there is none. */
  String lastLine() {
    String tail = read(Math.max(0, length() - TAIL_BYTES), TAIL_BYTES).stripTrailing();
    String line = tail.substring(tail.lastIndexOf('\n') + 1).strip();
    return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "..." : line;
  }

  /** The last line, as the end of a sentence that tells how the device ended. */
  String lastWords() {
    String last = lastLine();
    return last.isEmpty() ? ", and printed nothing" : "; the last that it printed: " + last;
  }

  private long length() {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return in.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One character a byte, so that positions in the text are positions in the file. */
  private String read(long from, int bytes) {
    byte[] piece = new byte[bytes];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      int count = Math.max(0, in.read(piece));
      return new String(piece, 0, count, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
