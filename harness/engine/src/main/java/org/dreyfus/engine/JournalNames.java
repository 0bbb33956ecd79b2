package org.dreyfus.engine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Which files a journal holds, found by listing its folder: on an object store one request tells of
 * a thousand, where asking for each takes one. Kept as the first eight bytes of each name, which
 * are those of a digest.
 */
final class JournalNames {

  private static final int DIGITS = 16;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}[.]json");

  private final long[] sorted;

  private JournalNames(long[] sorted) {
    this.sorted = sorted;
  }

  static JournalNames in(Path folder) throws IOException {
    LongStream.Builder beginnings = LongStream.builder();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (NAME.matcher(name).matches()) {
          beginnings.add(beginning(name));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new JournalNames(beginnings.build().sorted().toArray());
  }

  /** False when there is no such file; true hardly ever when there is none. */
  boolean mayHold(String name) {
    return Arrays.binarySearch(sorted, beginning(name)) >= 0;
  }

  private static long beginning(String name) {
    return Long.parseUnsignedLong(name, 0, DIGITS, 16);
  }
}
