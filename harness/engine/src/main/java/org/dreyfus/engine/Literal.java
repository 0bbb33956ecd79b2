package org.dreyfus.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads IP address literals without asking a name server. */
final class Literal {

  private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]+");

  private Literal() {}

  /**
   * @throws IllegalArgumentException when {@code text} is a name or not an address
   */
  static InetAddress address(String text) {
    if (!NUMERIC.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not an IP address");
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + text + "' is not an IP address", e);
    }
  }
}
