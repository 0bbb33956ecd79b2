package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** How a capture may be compressed; its first bytes tell. */
enum Compression {
  NONE,

  /** RFC 1952. */
  GZIP,

  /** RFC 8878; a file may begin with a skippable frame. */
  ZSTD;

  private static final int MAGIC_BYTES = 4;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int ZSTD_MAGIC = 0x28b5_2ffd;
  private static final int SKIPPABLE_MAGIC = 0x502a_4d18;
  private static final int SKIPPABLE_MASK = 0xf0ff_ffff;

  /**
   * The bytes of a channel without their compression.
   *
   * @throws IOException when the channel cannot be read; it is still open then
   */
  static ReadableByteChannel takenOff(ReadableByteChannel raw) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(MAGIC_BYTES);
    while (first.hasRemaining() && raw.read(first) >= 0) {}
    first.flip();
    ReadableByteChannel whole = new PrefixedChannel(first, raw);
    return switch (of(first)) {
      case NONE -> whole;
      case GZIP -> new ReadAheadChannel(new GzipChannel(whole));
      case ZSTD -> new ReadAheadChannel(new ZstdChannel(whole));
    };
  }

  private static Compression of(ByteBuffer first) {
    if (first.limit() >= 2 && (first.getShort(0) & 0xffff) == GZIP_MAGIC) {
      return GZIP;
    }
    int magic = first.limit() == MAGIC_BYTES ? first.getInt(0) : 0;
    return magic == ZSTD_MAGIC || (magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC ? ZSTD : NONE;
  }
}
