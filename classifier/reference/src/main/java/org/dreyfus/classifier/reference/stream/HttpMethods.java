package org.dreyfus.classifier.reference.stream;

import java.util.ArrayDeque;

/** The requests of one connection that await their responses. RFC 9112, section 9.3.2. */
public final class HttpMethods {

  private static final int MOST = 64;

  private final ArrayDeque<String> asked = new ArrayDeque<>();

  void ask(String method) {
    if (asked.size() < MOST) {
      asked.add(method);
    }
  }

  /** The method that the next response answers; empty when no request was seen. */
  String answer() {
    return asked.isEmpty() ? "" : asked.remove();
  }
}
