package org.dreyfus.classifier.reference.stream;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of an HTTP/1 message: start line and fields. RFC 9112, sections 2 to 6.
 *
 * @param text all of it, one character a byte, without the empty line at the end
 */
public record HttpHead(String text) {

  private static final String RESPONSE = "HTTP/1.";
  private static final int STATUS_AT = 9;
  private static final int SWITCHING = 101;

  boolean isResponse() {
    return text.startsWith(RESPONSE);
  }

  /** The first word of a request. */
  String method() {
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(0, space);
  }

  /** The status of a response; 0 when there is none. */
  int status() {
    try {
      return Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3));
    } catch (NumberFormatException | IndexOutOfBoundsException noStatus) {
      return 0;
    }
  }

  boolean switchesProtocol() {
    return isResponse() && status() == SWITCHING;
  }

  /** Whether a response of this status never has a body. RFC 9112, section 6.3. */
  boolean isBodiless() {
    return status() / 100 == 1 || status() == 204 || status() == 304;
  }

  boolean isChunked() {
    return field("transfer-encoding")
        .filter(value -> value.toLowerCase(Locale.ROOT).endsWith("chunked"))
        .isPresent();
  }

  OptionalLong contentLength() {
    try {
      return field("content-length").stream().mapToLong(Long::parseLong).findFirst();
    } catch (NumberFormatException noLength) {
      return OptionalLong.empty();
    }
  }

  /**
   * The value of a field.
   *
   * @param name in lower case
   */
  public Optional<String> field(String name) {
    return text.lines()
        .skip(1)
        .filter(line -> line.length() > name.length() && line.charAt(name.length()) == ':')
        .filter(line -> line.substring(0, name.length()).toLowerCase(Locale.ROOT).equals(name))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
