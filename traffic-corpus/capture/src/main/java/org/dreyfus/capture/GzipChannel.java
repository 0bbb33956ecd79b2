package org.dreyfus.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.GZIPInputStream;

/** Decompresses gzip (RFC 1952), several members in one file included. */
final class GzipChannel implements ReadableByteChannel {

  private static final int CHUNK = 32_768;

  private final ReadableByteChannel compressed;
  private final GZIPInputStream plain;
  private final byte[] chunk = new byte[CHUNK];

  /**
   * @throws IOException when the compressed bytes do not begin with a gzip header
   */
  GzipChannel(ReadableByteChannel compressed) throws IOException {
    this.compressed = compressed;
    this.plain = new GZIPInputStream(new Members(Channels.newInputStream(compressed)), CHUNK);
  }

  /** One read of the inflater a call, so that no bytes are lost when the next one fails. */
  @Override
  public int read(ByteBuffer into) throws IOException {
    int bytes = plain.read(chunk, 0, Math.min(chunk.length, into.remaining()));
    if (bytes > 0) {
      into.put(chunk, 0, bytes);
    }
    return bytes;
  }

  @Override
  public boolean isOpen() {
    return compressed.isOpen();
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  /** GZIPInputStream goes on to the next member only when more bytes are announced. */
  private static final class Members extends InputStream {

    private final InputStream in;

    Members(InputStream in) {
      this.in = in;
    }

    @Override
    public int available() {
      return 1;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return in.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
