package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A channel whose first bytes were read already, to see what they are, and are given again. */
final class PrefixedChannel implements ReadableByteChannel {

  private final ByteBuffer prefix;
  private final ReadableByteChannel rest;

  PrefixedChannel(ByteBuffer prefix, ReadableByteChannel rest) {
    this.prefix = prefix;
    this.rest = rest;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!prefix.hasRemaining()) {
      return rest.read(into);
    }
    int bytes = Math.min(prefix.remaining(), into.remaining());
    into.put(prefix.slice(prefix.position(), bytes));
    prefix.position(prefix.position() + bytes);
    return bytes;
  }

  @Override
  public boolean isOpen() {
    return rest.isOpen();
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }
}
