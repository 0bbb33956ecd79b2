package org.dreyfus.capture;

/**
 * How the timestamps of a pcapng interface count: options {@code if_tsresol} and {@code
 * if_tsoffset}.
 */
final class PcapngClock {

  /** Microseconds. */
  static final int DEFAULT_RESOLUTION = 6;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long FIRST_SPLIT_SECOND = 1_000_000_000L;
  private static final int NANO_EXPONENT = 9;

  /** The largest power of ten in an unsigned long is 10^19. */
  private static final int LARGEST_EXPONENT = 19;

  /** A fraction of this many bits times 10^9 fits in a long. */
  private static final int FRACTION_BITS = 33;

  private final boolean binary;
  private final int exponent;
  private final long factor;
  private final long divisor;
  private final long offsetNanos;
  private final boolean stated;

  /**
   * Microseconds, because the interface does not say. Some writers of pcapML then store seconds in
   * the upper word and microseconds in the lower, see {@link #isSplit}.
   */
  static PcapngClock unstated(long offsetSeconds) {
    return new PcapngClock(DEFAULT_RESOLUTION, offsetSeconds, false);
  }

  /**
   * @param resolution highest bit clear: ticks of 10^-n seconds; set: of 2^-n
   * @param offsetSeconds added to every time
   */
  PcapngClock(int resolution, long offsetSeconds) {
    this(resolution, offsetSeconds, true);
  }

  private PcapngClock(int resolution, long offsetSeconds, boolean stated) {
    this.stated = stated;
    this.binary = (resolution & 0x80) != 0;
    this.exponent = resolution & 0x7f;
    this.factor = binary ? 1 : powerOfTen(NANO_EXPONENT - exponent);
    this.divisor = binary ? 1 : powerOfTen(exponent - NANO_EXPONENT);
    this.offsetNanos = offsetSeconds * NANOS_PER_SECOND;
  }

  /**
   * Whether a time is plainly not one 64-bit count: read so, it would lie more than a hundred
   * thousand years ahead; read as seconds and microseconds it lies after 2001.
   */
  boolean isSplit(long ticks) {
    return !stated
        && (ticks >>> Integer.SIZE) >= FIRST_SPLIT_SECOND
        && (ticks & 0xffff_ffffL) < MICROS_PER_SECOND;
  }

  /** The time of what {@link #isSplit} found. */
  long splitNanos(long ticks) {
    long micros = ticks & 0xffff_ffffL;
    return offsetNanos + (ticks >>> Integer.SIZE) * NANOS_PER_SECOND + micros * 1_000;
  }

  /** Nanoseconds since 1970-01-01 UTC; times beyond the year 2262 wrap around. */
  long nanos(long ticks) {
    return offsetNanos + (binary ? ofBinary(ticks) : ofDecimal(ticks));
  }

  private long ofDecimal(long ticks) {
    if (exponent <= NANO_EXPONENT) {
      return ticks * factor;
    }
    boolean lessThanANano = exponent - NANO_EXPONENT > LARGEST_EXPONENT;
    return lessThanANano ? 0 : Long.divideUnsigned(ticks, divisor);
  }

  private long ofBinary(long ticks) {
    if (exponent == 0) {
      return ticks * NANOS_PER_SECOND;
    }
    long seconds = exponent < Long.SIZE ? ticks >>> exponent : 0;
    long fraction = exponent < Long.SIZE ? ticks & ((1L << exponent) - 1) : ticks;
    int excess = exponent - FRACTION_BITS;
    long kept = excess <= 0 ? fraction : excess < Long.SIZE ? fraction >>> excess : 0;
    int bits = Math.min(exponent, FRACTION_BITS);
    return seconds * NANOS_PER_SECOND + ((kept * NANOS_PER_SECOND) >>> bits);
  }

  private static long powerOfTen(int power) {
    long result = 1;
    for (int i = 0; i < Math.min(power, LARGEST_EXPONENT); i++) {
      result *= 10;
    }
    return result;
  }
}
