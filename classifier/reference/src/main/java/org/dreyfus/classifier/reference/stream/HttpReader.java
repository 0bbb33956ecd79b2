package org.dreyfus.classifier.reference.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Splits one side of a connection into HTTP/1 messages: bodies of a stated length, in chunks, or to
 * the end of the connection (RFC 9112, sections 6 and 7). Whatever is not HTTP, or stops being it
 * (after CONNECT or an upgrade, or with a head of more than 16 KiB), is one body without end: so a
 * listener meets the bytes of every stream as bodies.
 */
public final class HttpReader implements ByteSink {

  private static final int LONGEST_HEAD = 16 << 10;
  private static final List<String> OPENINGS =
      List.of(
          "GET ",
          "HEAD ",
          "POST ",
          "PUT ",
          "DELETE ",
          "OPTIONS ",
          "CONNECT ",
          "PATCH ",
          "PROPFIND ",
          "MKCOL ",
          "MOVE ",
          "COPY ",
          "LOCK ",
          "UNLOCK ",
          "HTTP/1.");
  private static final int LONGEST_OPENING = 9;

  /** Takes what was read. */
  public interface Listener {

    /** A message begins. */
    void head(HttpHead head);

    /** A body begins. */
    void bodyBegins();

    /** Bytes of the body that began, without the marks of chunks. */
    void body(byte[] data, int from, int length);

    /** The body is whole. Not called for one without end. */
    void bodyEnds();
  }

  private enum State {
    HEAD,
    SIZED,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    ENDLESS
  }

  private final HttpMethods methods;
  private final Listener listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(64);
  private State state = State.HEAD;
  private boolean lineIsEmpty;
  private long remaining;

  /**
   * @param methods shared by both sides of the connection
   */
  public HttpReader(HttpMethods methods, Listener listener) {
    this.methods = methods;
    this.listener = listener;
  }

  @Override
  public void accept(byte[] data, int from, int length) {
    int end = from + length;
    int at = from;
    while (at < end) {
      at += step(data, at, end - at);
    }
  }

  /** Reads on; returns how many bytes were read. */
  private int step(byte[] data, int at, int available) {
    return switch (state) {
      case SIZED, CHUNK -> pass(data, at, (int) Math.min(remaining, available));
      case ENDLESS -> {
        listener.body(data, at, available);
        yield available;
      }
      default -> {
        line.write(data[at]);
        take(data[at]);
        yield 1;
      }
    };
  }

  private int pass(byte[] data, int at, int length) {
    listener.body(data, at, length);
    remaining -= length;
    if (remaining == 0 && state == State.CHUNK) {
      state = State.CHUNK_END;
    } else if (remaining == 0) {
      endBody();
    }
    return length;
  }

  /** One more byte of a head or a line. */
  private void take(byte last) {
    if (state == State.HEAD) {
      takeOfHead(last);
    } else if (line.size() > LONGEST_HEAD) {
      endless();
    } else if (last == '\n') {
      String read = line.toString(StandardCharsets.ISO_8859_1).strip();
      line.reset();
      endOfLine(read);
    }
  }

  private void takeOfHead(byte last) {
    if (line.size() <= LONGEST_OPENING && !mayBegin(line.toString(StandardCharsets.ISO_8859_1))) {
      giveUp();
    } else if (line.size() > LONGEST_HEAD) {
      giveUp();
    } else if (last == '\n' && lineIsEmpty) {
      String text = line.toString(StandardCharsets.ISO_8859_1);
      line.reset();
      begin(new HttpHead(text.stripTrailing()));
    } else if (last != '\r') {
      lineIsEmpty = last == '\n';
    }
  }

  private static boolean mayBegin(String text) {
    return OPENINGS.stream().anyMatch(word -> text.startsWith(word) || word.startsWith(text));
  }

  private void begin(HttpHead head) {
    lineIsEmpty = false;
    listener.head(head);
    boolean response = head.isResponse();
    String method = response ? methods.answer() : head.method();
    if (!response) {
      methods.ask(method);
    }
    if (head.switchesProtocol() || (response && method.equals("CONNECT"))) {
      endless();
    } else if (response && (head.isBodiless() || method.equals("HEAD"))) {
      state = State.HEAD;
    } else if (head.isChunked()) {
      listener.bodyBegins();
      state = State.CHUNK_SIZE;
    } else if (head.contentLength().isPresent()) {
      sized(head.contentLength().getAsLong());
    } else if (response) {
      endless();
    } else {
      state = State.HEAD;
    }
  }

  private void sized(long length) {
    if (length <= 0) {
      state = State.HEAD;
      return;
    }
    listener.bodyBegins();
    remaining = length;
    state = State.SIZED;
  }

  private void endOfLine(String read) {
    if (state == State.CHUNK_END) {
      state = State.CHUNK_SIZE;
    } else if (state == State.TRAILER) {
      if (read.isEmpty()) {
        endBody();
      }
    } else {
      chunk(read);
    }
  }

  private void chunk(String sizeLine) {
    try {
      remaining = Long.parseLong(sizeLine.split(";", 2)[0].strip(), 16);
      state = remaining == 0 ? State.TRAILER : State.CHUNK;
    } catch (NumberFormatException notChunked) {
      endless();
    }
  }

  private void endBody() {
    listener.bodyEnds();
    line.reset();
    state = State.HEAD;
  }

  /** What was taken for the beginning of a head is content. */
  private void giveUp() {
    byte[] taken = line.toByteArray();
    line.reset();
    endless();
    listener.body(taken, 0, taken.length);
  }

  private void endless() {
    listener.bodyBegins();
    state = State.ENDLESS;
  }
}
