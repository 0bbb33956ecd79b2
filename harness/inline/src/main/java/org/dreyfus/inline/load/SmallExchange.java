package org.dreyfus.inline.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.traffic.FlowScript;
import org.dreyfus.inline.traffic.NeutralText;

/**
 * A small request and its answer, as HTTP (RFC 9112), the least suspicious that there is. With
 * handshake and FINs it takes eight packets.
 */
final class SmallExchange {

  static final int SERVER_PORT = 80;

  private static final int ANSWER_BYTES = 64;

  private SmallExchange() {}

  /** The whole connection. */
  static FlowScript once() {
    return FlowScript.tcp(List.of(request(), answer()));
  }

  /** A connection over which it happens several times. */
  static FlowScript repeated(int times) {
    List<FlowScript.Talk> talks = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      talks.add(request());
      talks.add(answer());
    }
    return FlowScript.tcp(talks);
  }

  private static FlowScript.Talk request() {
    return talk(Direction.FROM_INITIATOR, "GET /index.txt HTTP/1.1\r\nHost: test.example\r\n\r\n");
  }

  private static FlowScript.Talk answer() {
    String text = new String(NeutralText.of(ANSWER_BYTES, 3), StandardCharsets.US_ASCII);
    return talk(
        Direction.FROM_RESPONDER,
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(ANSWER_BYTES, text));
  }

  private static FlowScript.Talk talk(Direction direction, String text) {
    return new FlowScript.Talk(direction, text.getBytes(StandardCharsets.US_ASCII));
  }
}
