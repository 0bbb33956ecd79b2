package org.dreyfus.cluster.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataOutputStream;

/** Writes a file from its beginning to its end. */
final class WriteChannel implements SeekableByteChannel {

  private final FSDataOutputStream out;
  private boolean open = true;

  WriteChannel(FSDataOutputStream out) {
    this.out = out;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    out.write(bytes);
    return bytes.length;
  }

  @Override
  public long position() {
    return out.getPos();
  }

  @Override
  public long size() {
    return out.getPos();
  }

  @Override
  public int read(ByteBuffer target) {
    throw new NonReadableChannelException();
  }

  @Override
  public SeekableByteChannel position(long position) {
    throw new UnsupportedOperationException("is written in order");
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new UnsupportedOperationException("is written in order");
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      out.close();
    }
  }
}
