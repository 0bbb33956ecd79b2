package org.dreyfus.classifier.reference.fingerprint;

/**
 * Whether a stream looks like noise from its first byte, as ciphers without a readable handshake
 * do: Message Stream Encryption, eD2k's obfuscation, Shadowsocks, obfs4. The rule is the published
 * one of a firewall that does this at scale: M. Wu et al., "How the Great Firewall of China Detects
 * and Blocks Fully Encrypted Traffic", USENIX Security 2023, section 4. A stream is noise unless
 * its share of set bits is off one half, it is or begins with printable text, or it is TLS, HTTP or
 * another protocol known by its first bytes.
 */
public final class Noise {

  /** Fewer bytes than this tell nothing: random ones have 3.4 to 4.6 set bits at 99.7 %. */
  public static final int FEWEST_BYTES = 48;

  private static final double FEWEST_BITS = 3.4;
  private static final double MOST_BITS = 4.6;
  private static final int PRINTABLE_START = 6;
  private static final int PRINTABLE_RUN = 20;

  private Noise() {}

  /** What can be said of a stream's opening. */
  public enum Look {
    /** Noise. */
    NOISE,
    /** Something else. */
    ORDINARY,
    /** Too short. */
    NEEDS_MORE
  }

  /** Looks at the first bytes of one side of a connection. */
  public static Look of(Bytes opening) {
    if (OrdinaryProtocols.open(opening) || startsPrintable(opening)) {
      return Look.ORDINARY;
    }
    if (opening.length() < FEWEST_BYTES) {
      return Look.NEEDS_MORE;
    }
    double bits = bits(opening);
    boolean noise = bits > FEWEST_BITS && bits < MOST_BITS && !isText(opening);
    return noise ? Look.NOISE : Look.ORDINARY;
  }

  private static boolean startsPrintable(Bytes opening) {
    if (opening.length() < PRINTABLE_START) {
      return false;
    }
    for (int i = 0; i < PRINTABLE_START; i++) {
      if (!isPrintable(opening.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** Set bits a byte, 0 to 8. */
  private static double bits(Bytes opening) {
    long bits = 0;
    for (int i = 0; i < opening.length(); i++) {
      bits += Integer.bitCount(opening.at(i));
    }
    return (double) bits / opening.length();
  }

  /** More than half printable, or a long run of it. */
  private static boolean isText(Bytes opening) {
    int printable = 0;
    int run = 0;
    int longestRun = 0;
    for (int i = 0; i < opening.length(); i++) {
      run = isPrintable(opening.at(i)) ? run + 1 : 0;
      printable += run > 0 ? 1 : 0;
      longestRun = Math.max(longestRun, run);
    }
    return 2 * printable > opening.length() || longestRun > PRINTABLE_RUN;
  }

  private static boolean isPrintable(int character) {
    return character >= 0x20 && character <= 0x7e;
  }
}
