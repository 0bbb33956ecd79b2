package org.dreyfus.cluster.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** Reads a file as a stream; no copy of it is made. */
final class ReadChannel implements SeekableByteChannel {

  private static final int CHUNK_BYTES = 1 << 16;

  private final FSDataInputStream in;
  private final long size;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private boolean open = true;

  /**
   * @param size of the file, in bytes
   */
  ReadChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int wanted = Math.min(target.remaining(), chunk.length);
    int read = in.read(chunk, 0, wanted);
    if (read > 0) {
      target.put(chunk, 0, read);
    }
    return read;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    in.seek(position);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    in.close();
  }
}
