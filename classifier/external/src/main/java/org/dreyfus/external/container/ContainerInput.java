package org.dreyfus.external.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/** The half of an attached connection that leads into a container. */
final class ContainerInput implements WritableByteChannel {

  private final SocketChannel connection;
  private final Runnable beforeEnd;
  private volatile boolean open = true;

  /**
   * @param beforeEnd is run before the container is told the end of its input
   */
  ContainerInput(SocketChannel connection, Runnable beforeEnd) {
    this.connection = connection;
    this.beforeEnd = beforeEnd;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    int count = source.remaining();
    while (source.hasRemaining()) {
      connection.write(source);
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return open && connection.isOpen();
  }

  /** Lets writers fail: nobody reads any more. The engine does not say so by itself. */
  void giveUp() {
    open = false;
    try {
      connection.shutdownOutput();
    } catch (IOException e) {
      // The connection is closed already: writers fail.
      return;
    }
  }

  /** Ends the input; what the container writes can still be read. */
  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      if (connection.isOpen()) {
        beforeEnd.run();
        connection.shutdownOutput();
      }
    }
  }
}
