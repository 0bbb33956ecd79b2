package org.dreyfus.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Standard input. Whoever reads more is done with all he had: so the lines are handed over before
 * each read, and in lock-step the marker with them.
 */
final class AnsweringInput implements ReadableByteChannel {

  private final ReadableByteChannel input;
  private final LineWriter lines;
  private final FramesTaken taken;
  private final boolean marks;
  private long marked;

  AnsweringInput(ReadableByteChannel input, LineWriter lines, FramesTaken taken, boolean marks) {
    this.input = input;
    this.lines = lines;
    this.taken = taken;
    this.marks = marks;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (marks && taken.frames() > marked) {
      marked = taken.frames();
      lines.marker(marked);
    }
    lines.flush();
    return input.read(target);
  }

  @Override
  public boolean isOpen() {
    return input.isOpen();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
