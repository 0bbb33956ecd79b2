package org.dreyfus.classifier.reference.stream;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Splits one side of a connection into eDonkey messages: protocol byte, length (little-endian, the
 * opcode included), opcode, body. Stops at the first byte that begins no message. Of a body, 64 KiB
 * are kept: parts of files are longer, but name their file first.
 */
public final class EdonkeyReader implements ByteSink {

  private static final int HEADER_BYTES = 6;
  private static final int KEPT_BYTES = 64 << 10;
  private static final long LONGEST_MESSAGE = 4 << 20;

  private final Consumer<EdonkeyMessage> messages;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long remaining = HEADER_BYTES;
  private boolean inBody;
  private boolean stopped;
  private byte[] header = new byte[HEADER_BYTES];

  /**
   * @param messages takes each message when it is whole
   */
  public EdonkeyReader(Consumer<EdonkeyMessage> messages) {
    this.messages = messages;
  }

  @Override
  public void accept(byte[] data, int from, int length) {
    int at = from;
    int end = from + length;
    while (at < end && !stopped) {
      int take = (int) Math.min(remaining, end - at);
      int room = Math.min(take, KEPT_BYTES - kept.size());
      kept.write(data, at, room);
      at += take;
      remaining -= take;
      if (remaining == 0) {
        piece();
      }
    }
  }

  /** A header or a body is whole. */
  private void piece() {
    byte[] bytes = kept.toByteArray();
    kept.reset();
    if (inBody) {
      message(bytes);
    } else {
      header(bytes);
    }
  }

  private void header(byte[] bytes) {
    long length = 0;
    for (int i = HEADER_BYTES - 2; i >= 1; i--) {
      length = length << 8 | (bytes[i] & 0xff);
    }
    if (!EdonkeyMessage.beginsStream(bytes[0] & 0xff) || length < 1 || length > LONGEST_MESSAGE) {
      stopped = true;
      return;
    }
    header = Arrays.copyOf(bytes, HEADER_BYTES);
    remaining = length - 1;
    inBody = true;
    if (remaining == 0) {
      message(new byte[0]);
    }
  }

  private void message(byte[] body) {
    inBody = false;
    remaining = HEADER_BYTES;
    EdonkeyMessage.of(header[0] & 0xff, header[HEADER_BYTES - 1] & 0xff, body).ifPresent(messages);
  }
}
