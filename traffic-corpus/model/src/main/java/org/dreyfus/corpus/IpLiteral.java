package org.dreyfus.corpus;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads IP addresses as they stand in a corpus, without asking a name server. */
public final class IpLiteral {

  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private IpLiteral() {}

  /**
   * @throws IllegalArgumentException when {@code text} is a name or no address
   */
  public static InetAddress parse(String text) {
    if (!NUMERIC.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no IP address");
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + text + "' is no IP address", e);
    }
  }
}
