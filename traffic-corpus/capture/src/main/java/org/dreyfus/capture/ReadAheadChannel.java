package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Decompresses on a thread of its own, at most 1 MiB ahead of the reader, once 16 MiB have been
 * read without: shorter captures are read before a thread would help. For one reader.
 */
final class ReadAheadChannel implements ReadableByteChannel {

  /** Bytes that are read before a thread is started. */
  static final long BEFORE = 16 << 20;

  static final String THREAD = "decompression";

  private static final int BLOCKS = 4;
  private static final int BLOCK_BYTES = 262_144;

  private final ReadableByteChannel behind;
  private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);

  /** The block that is being read, when there is one. */
  private final Deque<Block> current = new ArrayDeque<>(1);

  private Optional<Thread> ahead = Optional.empty();
  private long read;

  ReadAheadChannel(ReadableByteChannel behind) {
    this.behind = behind;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (ahead.isEmpty()) {
      if (read < BEFORE || Runtime.getRuntime().availableProcessors() == 1) {
        int bytes = behind.read(into);
        read += bytes;
        return bytes;
      }
      start();
    }
    Block block = current.isEmpty() ? next() : current.element();
    if (block.bytes.hasRemaining()) {
      return block.give(into);
    }
    if (block.failure.isPresent()) {
      throw block.failure.get();
    }
    return -1;
  }

  private void start() {
    for (int i = 0; i < BLOCKS; i++) {
      free.add(new Block());
    }
    Thread thread = new Thread(this::run, THREAD);
    thread.setDaemon(true);
    thread.start();
    ahead = Optional.of(thread);
  }

  private Block next() throws IOException {
    try {
      Block block = filled.take();
      current.add(block);
      return block;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    }
  }

  private void run() {
    try {
      boolean more = true;
      while (more) {
        Block block = free.take();
        more = block.fill();
        filled.put(block);
      }
    } catch (InterruptedException e) {
      // The reader has closed the channel.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isOpen() {
    return behind.isOpen();
  }

  /** Returns only when nothing uses the decompressor any more. */
  @Override
  public void close() throws IOException {
    ahead.ifPresent(
        thread -> {
          thread.interrupt();
          joined(thread);
        });
    behind.close();
  }

  private static void joined(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A piece of what was decompressed, and how it ended there. */
  private final class Block {

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BLOCK_BYTES);
    private Optional<IOException> failure = Optional.empty();
    private boolean last;

    /** Returns whether there may be more. */
    boolean fill() {
      bytes.clear();
      try {
        while (bytes.hasRemaining() && !last) {
          last = behind.read(bytes) < 0;
        }
      } catch (IOException e) {
        failure = Optional.of(e);
      } catch (RuntimeException | Error e) {
        failure = Optional.of(new IOException("decompression failed: " + e, e));
      }
      bytes.flip();
      return !last && failure.isEmpty();
    }

    int give(ByteBuffer into) {
      int count = Math.min(bytes.remaining(), into.remaining());
      into.put(into.position(), bytes, bytes.position(), count);
      into.position(into.position() + count);
      bytes.position(bytes.position() + count);
      if (!bytes.hasRemaining() && !last && failure.isEmpty()) {
        current.clear();
        free.add(this);
      }
      return count;
    }
  }
}
