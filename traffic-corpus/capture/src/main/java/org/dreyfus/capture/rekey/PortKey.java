package org.dreyfus.capture.rekey;

/**
 * A keyed permutation of Linux's ephemeral ports (32768 to 60999). Announced ports, and all ports
 * outside that range, stay.
 */
final class PortKey {

  static final int FIRST = 32_768;
  static final int SPAN = 28_232; // 2^3 * 3529

  /** Of a host that announces no port. */
  static final PortSet NONE = port -> false;

  private final int factor;
  private final int shift;

  PortKey(byte[] key) {
    KeyStream stream = new KeyStream(key, "port");
    this.factor = coprime(stream);
    this.shift = (int) (stream.draw("shift", 0) % SPAN);
  }

  /**
   * The port of this run. One to one for a host: a result that the host announces is drawn on.
   *
   * @param announced the ports that this host listens on or announces
   */
  int rekeyed(int port, PortSet announced) {
    if (port < FIRST || port >= FIRST + SPAN || announced.contains(port)) {
      return port;
    }
    int mapped = port;
    do {
      mapped = permuted(mapped);
    } while (announced.contains(mapped));
    return mapped;
  }

  private int permuted(int port) {
    return FIRST + (int) (((long) (port - FIRST) * factor + shift) % SPAN);
  }

  private static int coprime(KeyStream stream) {
    for (int attempt = 0; ; attempt++) {
      int candidate = 1 + (int) (stream.draw("factor", attempt) % (SPAN - 1));
      if (candidate % 2 == 1 && candidate % 3529 != 0) {
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
