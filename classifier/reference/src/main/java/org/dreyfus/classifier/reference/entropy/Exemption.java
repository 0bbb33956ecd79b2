package org.dreyfus.classifier.reference.entropy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a first data packet passes. Order and numbers are those of Wu et al., Ex1 to Ex5. */
enum Exemption {
  /** Ex1: 3.4 or fewer, or 4.6 or more, bits of a byte are set on average. Random bytes have 4. */
  BITS {
    @Override
    boolean holds(byte[] data) {
      long tenthsOfBits = 10L * setBits(data);
      return tenthsOfBits <= FEWEST_TENTHS * (long) data.length
          || tenthsOfBits >= MOST_TENTHS * (long) data.length;
    }
  },
  /** Ex2: the first six bytes are printable. */
  PRINTABLE_BEGINNING {
    @Override
    boolean holds(byte[] data) {
      return data.length >= BEGINNING_BYTES && longestRun(data, BEGINNING_BYTES) == BEGINNING_BYTES;
    }
  },
  /** Ex3: more than half of the bytes are printable. */
  PRINTABLE_HALF {
    @Override
    boolean holds(byte[] data) {
      int printable = 0;
      for (byte each : data) {
        printable += isPrintable(each) ? 1 : 0;
      }
      return 2 * printable > data.length;
    }
  },
  /** Ex4: more than twenty printable bytes in a row. */
  PRINTABLE_RUN {
    @Override
    boolean holds(byte[] data) {
      return longestRun(data, data.length) > LONGEST_RUN;
    }
  },
  /** Ex5: the fingerprint of a TLS record, or of an HTTP request. */
  PROTOCOL {
    @Override
    boolean holds(byte[] data) {
      return isTls(data) || isHttp(data);
    }
  };

  private static final int FEWEST_TENTHS = 34;
  private static final int MOST_TENTHS = 46;
  private static final int BEGINNING_BYTES = 6;
  private static final int LONGEST_RUN = 20;
  private static final List<String> METHODS = List.of("GET ", "PUT ", "POST ", "HEAD ");

  /** The first that holds. */
  static Optional<Exemption> of(byte[] firstData) {
    return Arrays.stream(values()).filter(each -> each.holds(firstData)).findFirst();
  }

  abstract boolean holds(byte[] data);

  /**
   * How random the data looks, 0 to 1: how near the bits set in a byte come to four; 0 for text and
   * for known protocols. What is above 0.85 is exempt by none.
   */
  static double randomness(byte[] firstData) {
    boolean known =
        Arrays.stream(values())
            .filter(each -> each != BITS)
            .anyMatch(each -> each.holds(firstData));
    return known || firstData.length == 0
        ? 0
        : 1 - Math.abs((double) setBits(firstData) / firstData.length - 4) / 4;
  }

  private static int setBits(byte[] data) {
    int bits = 0;
    for (byte each : data) {
      bits += Integer.bitCount(each & 0xff);
    }
    return bits;
  }

  private static boolean isPrintable(byte each) {
    return each >= 0x20 && each <= 0x7e;
  }

  /** The most printable bytes in a row among the first {@code length}. */
  private static int longestRun(byte[] data, int length) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < length; i++) {
      run = isPrintable(data[i]) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Content type 0x16 or 0x17 and version 3.0 to 3.9. */
  private static boolean isTls(byte[] data) {
    return data.length >= 3
        && (data[0] == 0x16 || data[0] == 0x17)
        && data[1] == 0x03
        && data[2] >= 0
        && data[2] <= 9;
  }

  private static boolean isHttp(byte[] data) {
    String begins =
        new String(data, 0, Math.min(data.length, BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
    return METHODS.stream().anyMatch(begins::startsWith);
  }
}
