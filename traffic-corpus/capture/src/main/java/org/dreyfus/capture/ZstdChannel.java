package org.dreyfus.capture;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDirectBufferDecompressingStreamNoFinalizer;
import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.ZipException;

/**
 * Decompresses Zstandard (RFC 8878): several frames in one file, skippable ones, and windows up to
 * 2 GiB ({@code zstd --long=31}). Reads into direct buffers only.
 */
final class ZstdChannel implements ReadableByteChannel {

  private static final int COMPRESSED_BYTES = 131_072;
  private static final int WINDOW_LOG_MAXIMUM = 31;

  private final ReadableByteChannel compressed;
  private final Frames frames;

  /**
   * @throws IOException when this platform has no decompressor
   */
  ZstdChannel(ReadableByteChannel compressed) throws IOException {
    this.compressed = compressed;
    try {
      this.frames = new Frames(compressed);
      frames.setLongMax(WINDOW_LOG_MAXIMUM);
    } catch (LinkageError e) {
      throw new IOException(
          "Zstandard is not available on this platform, decompress it with zstd -d: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    try {
      while (into.hasRemaining() && frames.hasRemaining()) {
        int bytes = frames.read(into);
        if (bytes > 0) {
          return bytes;
        }
        if (frames.isCutShort()) {
          throw new EOFException();
        }
      }
      return into.hasRemaining() ? -1 : 0;
    } catch (ZstdIOException e) {
      throw inOurWords(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static IOException inOurWords(ZstdIOException failure) {
    if (failure.getErrorCode() == Zstd.errMemoryAllocation()) {
      return failure;
    }
    ZipException damage = new ZipException(failure.getMessage());
    damage.initCause(failure);
    return damage;
  }

  @Override
  public boolean isOpen() {
    return compressed.isOpen();
  }

  @Override
  public void close() throws IOException {
    try (compressed) {
      frames.close();
    }
  }

  /** The decompressor, which asks for more when it has used what it was given. */
  private static final class Frames extends ZstdDirectBufferDecompressingStreamNoFinalizer {

    private final ReadableByteChannel from;
    private boolean exhausted;

    Frames(ReadableByteChannel from) {
      super(ByteBuffer.allocateDirect(COMPRESSED_BYTES).limit(0));
      this.from = from;
    }

    @Override
    protected ByteBuffer refill(ByteBuffer used) {
      used.clear();
      try {
        while (!exhausted && used.position() == 0) {
          exhausted = from.read(used) < 0;
        }
      } catch (IOException e) {
        used.limit(0);
        throw new UncheckedIOException(e);
      }
      return used.flip();
    }

    /** Whether nothing came out, there is nothing left to put in, and the frame has not ended. */
    boolean isCutShort() {
      return exhausted && !source.hasRemaining() && hasRemaining();
    }
  }
}
