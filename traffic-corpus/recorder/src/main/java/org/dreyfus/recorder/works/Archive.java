package org.dreyfus.recorder.works;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file of a given size, whose entries are stored as they are. */
final class Archive {

  /** What the format puts around an entry of one file, beside its name. */
  private static final int ENTRY_BYTES = 30 + 46;

  private static final int END_BYTES = 22;
  private static final LocalDateTime MADE = LocalDateTime.of(2007, 6, 22, 12, 0);

  private Archive() {}

  static byte[] bytes(int sizeBytes, RandomGenerator random) {
    byte[] program = new byte[sizeBytes - END_BYTES - entry("setup.bin")];
    random.nextBytes(program);
    return zip(Map.of("setup.bin", program));
  }

  /** How much an entry takes up beside its bytes. */
  static int entry(String name) {
    return ENTRY_BYTES + 2 * name.length();
  }

  /** Size of an archive of these entries. */
  static int size(Map<String, byte[]> entries) {
    return END_BYTES
        + entries.entrySet().stream()
            .mapToInt(entry -> entry(entry.getKey()) + entry.getValue().length)
            .sum();
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.US_ASCII)) {
      for (Map.Entry<String, byte[]> entry : new LinkedHashMap<>(entries).entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        CRC32 sum = new CRC32();
        sum.update(entry.getValue());
        header.setMethod(ZipEntry.STORED);
        header.setSize(entry.getValue().length);
        header.setCrc(sum.getValue());
        header.setTimeLocal(MADE);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
