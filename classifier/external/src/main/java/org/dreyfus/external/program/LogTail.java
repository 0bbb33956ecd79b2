package org.dreyfus.external.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a plugin's standard error to its end, and keeps the last 4 KiB. */
public final class LogTail {

  private static final int KEPT = 4_096;
  private static final long PATIENCE_MILLIS = 500;

  private final CountDownLatch ended = new CountDownLatch(1);
  private byte[] tail = new byte[0];

  /** Follows a stream on a thread of its own. To be called once. */
  public void follow(InputStream stream) {
    Thread reader = new Thread(() -> drain(stream), "plugin-log");
    reader.setDaemon(true);
    reader.start();
  }

  private void drain(InputStream stream) {
    byte[] chunk = new byte[KEPT];
    try (stream) {
      int got = stream.read(chunk);
      while (got >= 0) {
        append(chunk, got);
        got = stream.read(chunk);
      }
    } catch (IOException brokenOff) {
      // The plugin is gone; what it said before stands.
    } finally {
      ended.countDown();
    }
  }

  /** Adds what was read. */
  public synchronized void append(byte[] chunk, int length) {
    byte[] all = Arrays.copyOf(tail, tail.length + length);
    System.arraycopy(chunk, 0, all, tail.length, length);
    tail = all.length <= KEPT ? all : Arrays.copyOfRange(all, all.length - KEPT, all.length);
  }

  /** Waits a moment for the last words of a plugin that is gone. */
  public void awaitEnd() throws InterruptedException {
    boolean unused = ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What was kept so far. */
  public synchronized String text() {
    return new String(tail, StandardCharsets.UTF_8);
  }
}
