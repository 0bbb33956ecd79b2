package org.dreyfus.capture.rekey;

import java.time.Duration;
import java.time.Instant;

/** Draws when a re-keyed session begins: some time from 2015 to 2024, to the nanosecond. */
final class StartTime {

  private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
  private static final long SPAN_NANOS = Duration.ofDays(3650).toNanos();

  private final long nanos;

  StartTime(byte[] secret) {
    long drawn = new KeyStream(secret, "time").draw("start", 0);
    this.nanos = EARLIEST.getEpochSecond() * 1_000_000_000L + drawn % SPAN_NANOS;
  }

  long nanos() {
    return nanos;
  }
}
