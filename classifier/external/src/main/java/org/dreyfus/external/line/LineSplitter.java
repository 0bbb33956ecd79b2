package org.dreyfus.external.line;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a plugin's output into lines, with one buffer of fixed size: rule O1. A line that is longer
 * is skipped to its end and told once.
 */
public final class LineSplitter {

  /** Longest line, in bytes, without its end. */
  public static final int LONGEST_LINE = 65_536;

  /** Takes what was found. */
  public interface Receiver {

    /**
     * A line.
     *
     * @param bytes hold it from their beginning, until this call returns
     */
    void line(byte[] bytes, int length);

    /** A line was longer than {@link #LONGEST_LINE}; its bytes are gone. */
    void tooLong();
  }

  private final byte[] chunk = new byte[LONGEST_LINE];
  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private boolean skipping;

  /**
   * Reads to the end; a last line without an end counts as a line.
   *
   * @throws IOException when the output breaks off
   */
  public void read(InputStream output, Receiver receiver) throws IOException {
    int got = output.read(chunk);
    while (got >= 0) {
      accept(got, receiver);
      got = output.read(chunk);
    }
    end(receiver);
  }

  private void accept(int got, Receiver receiver) {
    int from = 0;
    for (int i = 0; i < got; i++) {
      if (chunk[i] == '\n') {
        append(from, i);
        end(receiver);
        from = i + 1;
      }
    }
    append(from, got);
  }

  private void append(int from, int to) {
    if (length + to - from > LONGEST_LINE) {
      skipping = true;
    }
    if (!skipping) {
      System.arraycopy(chunk, from, line, length, to - from);
      length += to - from;
    }
  }

  private void end(Receiver receiver) {
    if (skipping) {
      receiver.tooLong();
    } else {
      int trimmed = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      if (trimmed > 0) {
        receiver.line(line, trimmed);
      }
    }
    length = 0;
    skipping = false;
  }
}
