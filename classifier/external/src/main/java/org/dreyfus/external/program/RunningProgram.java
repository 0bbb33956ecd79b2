package org.dreyfus.external.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dreyfus.external.Ending;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Limits;

/** A program at work. */
final class RunningProgram implements Launched {

  private static final long KILLED_WITHIN_SECONDS = 5;

  private final Process process;
  private final Input input;
  private final LogTail log = new LogTail();
  private final Footprint footprint;

  RunningProgram(Process process, Limits limits) {
    this.process = process;
    this.input = new Input(process.getOutputStream());
    this.footprint = Footprint.watch(process, limits.memoryBytes());
    log.follow(process.getErrorStream());
  }

  @Override
  public WritableByteChannel input() {
    return input;
  }

  @Override
  public InputStream output() {
    return process.getInputStream();
  }

  @Override
  public String log() {
    return log.text();
  }

  @Override
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public Optional<Ending> await(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    footprint.stop();
    log.awaitEnd();
    return Optional.of(
        new Ending(process.exitValue(), footprint.exceeded(), footprint.peakBytes()));
  }

  @Override
  public void close() {
    footprint.stop();
    kill();
    try {
      process.waitFor(KILLED_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copies through one array: the process's stream takes nothing else. */
  private static final class Input implements WritableByteChannel {
    private final OutputStream stream;
    private final byte[] chunk = new byte[65_536];
    private boolean open = true;

    Input(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      int length = Math.min(source.remaining(), chunk.length);
      source.get(chunk, 0, length);
      stream.write(chunk, 0, length);
      stream.flush();
      return length;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() throws IOException {
      open = false;
      stream.close();
    }
  }
}
