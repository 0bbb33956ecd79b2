package org.dreyfus.tck.trial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import org.dreyfus.capture.CaptureSource;

/**
 * Gives the bytes of a capture in pieces, with pauses: first one that is long enough for a plugin
 * to start, then one before each piece. So it is not told what it might guess.
 */
record SlowSource(CaptureSource whole) implements CaptureSource {

  private static final int PIECE = 65_536;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
  private static final Duration PAUSE = Duration.ofMillis(20);

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public ReadableByteChannel open() throws IOException {
    return new Pieces(whole.open());
  }

  private static final class Pieces implements ReadableByteChannel {
    private final ReadableByteChannel bytes;
    private Duration pause = FIRST_PAUSE;

    Pieces(ReadableByteChannel bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      pause();
      int limit = target.limit();
      target.limit(Math.min(limit, target.position() + PIECE));
      try {
        return bytes.read(target);
      } finally {
        target.limit(limit);
      }
    }

    private void pause() throws IOException {
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
      pause = PAUSE;
    }

    @Override
    public boolean isOpen() {
      return bytes.isOpen();
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
