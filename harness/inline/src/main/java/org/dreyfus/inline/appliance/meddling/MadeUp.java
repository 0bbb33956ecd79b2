package org.dreyfus.inline.appliance.meddling;

import java.util.SplittableRandom;

/** Addresses, ports and numbers of nobody: 198.18.0.0/15, which RFC 2544 keeps for tests. */
final class MadeUp {

  private static final int NETWORK = 198 << 24 | 18 << 16;
  private static final int HOSTS = 1 << 17;
  private static final int FIRST_PORT = 1_024;

  private final SplittableRandom random;

  MadeUp(long seed) {
    random = new SplittableRandom(seed);
  }

  int address() {
    return NETWORK | random.nextInt(1, HOSTS - 1);
  }

  int port() {
    return random.nextInt(FIRST_PORT, 1 << 16);
  }

  int number() {
    return random.nextInt();
  }
}
