package org.dreyfus.external.container;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Reads a container's standard error as fast as it comes, and keeps its end. */
final class LogDrain implements AutoCloseable {

  private static final int BUFFER_BYTES = 16 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SocketChannel connection;
  private final LogTail tail = new LogTail();
  private final Thread thread = new Thread(this::drain, "dreyfus-plugin-log");

  private LogDrain(SocketChannel connection) {
    this.connection = connection;
    thread.setDaemon(true);
  }

  static LogDrain start(SocketChannel connection) {
    LogDrain drain = new LogDrain(connection);
    drain.thread.start();
    return drain;
  }

  private void drain() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FrameStream stream = new FrameStream(connection, FrameStream.ERROR)) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        tail.append(buffer, count);
      }
    } catch (IOException e) {
      // The container is gone, or the connection closed: the log ends here.
      return;
    }
  }

  String text() {
    return tail.text();
  }

  /** Waits a little for what is still on its way. */
  void await() throws InterruptedException {
    thread.join(PATIENCE.toMillis());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      // Nothing is left to read from it.
      return;
    }
  }
}
