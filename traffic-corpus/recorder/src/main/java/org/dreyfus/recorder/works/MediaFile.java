package org.dreyfus.recorder.works;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * A generated film: a Matroska file (RFC 9559) whose one cluster holds blocks of random bytes, as
 * dense as compressed video. Both works of a pair come from here; nothing in a file tells which.
 *
 * @param id of the work in the catalogue
 * @param fileName under which it moves
 * @param title for the catalogue
 * @param kind of work
 * @param bytes the file
 */
public record MediaFile(String id, String fileName, String title, WorkKind kind, byte[] bytes) {

  private static final int BLOCK_BYTES = 1_000;
  private static final int BLOCK_HEADER_BYTES = 7;
  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int CLUSTER = 0x1F43B675;

  /**
   * Makes one.
   *
   * @param sizeBytes of the file, at least 1,100
   */
  public static MediaFile generate(
      String id, String fileName, String title, int sizeBytes, RandomGenerator random) {
    ByteBuffer out = ByteBuffer.allocate(sizeBytes);
    byte[] header = {0x42, (byte) 0x82, (byte) 0x88, 'm', 'a', 't', 'r', 'o', 's', 'k', 'a'};
    out.putInt(EBML).put((byte) (0x80 | header.length)).put(header);
    element(out, SEGMENT, sizeBytes);
    element(out, CLUSTER, sizeBytes);
    short time = 0;
    while (out.hasRemaining()) {
      boolean last = out.remaining() <= BLOCK_BYTES + 2 * BLOCK_HEADER_BYTES;
      int data = last ? out.remaining() - BLOCK_HEADER_BYTES : BLOCK_BYTES;
      byte[] frame = new byte[data];
      random.nextBytes(frame);
      out.put((byte) 0xA3).putShort((short) (0x4000 | (data + 4)));
      out.put((byte) 0x81).putShort(time).put((byte) 0x80).put(frame);
      time += 40;
    }
    return new MediaFile(id, fileName, title, WorkKind.FILM, out.array());
  }

  /** IANA media type. */
  public String mediaType() {
    return kind.mediaType();
  }

  /** The same bytes under another entry of the catalogue. */
  public MediaFile withId(String other) {
    return new MediaFile(other, fileName, title, kind, bytes);
  }

  /** Writes it into a folder under its name. */
  public Path writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(fileName), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it into a folder under its name and returns the folder. */
  public Path shareFrom(Path folder) {
    writeTo(folder);
    return folder;
  }

  /** An element that holds the rest of the file: id, and its size in four bytes. */
  private static void element(ByteBuffer out, int id, int sizeBytes) {
    int rest = sizeBytes - out.position() - 8;
    out.putInt(id).putInt(0x10000000 | rest);
  }
}
