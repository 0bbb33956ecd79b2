package org.dreyfus.capture.rekey;

import java.math.BigInteger;

/**
 * A keyed permutation of a range of ports. Announced ports, and all ports outside the range, stay.
 */
final class PortKey {

  /** Linux's ephemeral ports: 32768 to 60999. */
  static final int FIRST = 32_768;

  static final int SPAN = 28_232; // 2^3 * 3529

  private static final int LAST_PORT = 65_535; // 3 * 5 * 17 * 257

  /** Of a host that announces no port. */
  static final PortSet NONE = port -> false;

  private final int first;
  private final int span;
  private final int factor;
  private final int shift;

  /** Permutes ephemeral ports. */
  PortKey(byte[] key) {
    this(key, FIRST, SPAN);
  }

  private PortKey(byte[] key, int first, int span) {
    KeyStream stream = new KeyStream(key, "port");
    this.first = first;
    this.span = span;
    this.factor = coprime(stream, span);
    this.shift = (int) (stream.draw("shift", 0) % span);
  }

  /** Permutes all ports but 0. */
  static PortKey ofAllPorts(byte[] key) {
    return new PortKey(key, 1, LAST_PORT);
  }

  /**
   * The port of this run. One to one for a host: a result that the host announces is drawn on.
   *
   * @param announced the ports that this host listens on or announces
   */
  int rekeyed(int port, PortSet announced) {
    if (port < first || port >= first + span || announced.contains(port)) {
      return port;
    }
    int mapped = port;
    do {
      mapped = permuted(mapped);
    } while (announced.contains(mapped));
    return mapped;
  }

  private int permuted(int port) {
    return first + (int) (((long) (port - first) * factor + shift) % span);
  }

  private static int coprime(KeyStream stream, int span) {
    for (int attempt = 0; ; attempt++) {
      int candidate = 1 + (int) (stream.draw("factor", attempt) % (span - 1));
      if (BigInteger.valueOf(candidate).gcd(BigInteger.valueOf(span)).equals(BigInteger.ONE)) {
        return candidate;
      }
    }
  }

  /** The ports of one host that re-keying leaves alone. */
  @FunctionalInterface
  interface PortSet {
    boolean contains(int port);
  }
}
