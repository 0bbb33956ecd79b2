package org.dreyfus.exchange.intake;

import java.nio.file.Path;
import java.util.Optional;
import org.dreyfus.capture.CaptureReader;

/** Tells of times that a writer of pcapML split in two words. */
public final class RepairedTimes {

  private RepairedTimes() {}

  /** A line for the user; empty when no time was repaired. */
  public static Optional<String> notice(Path capture, CaptureReader reader) {
    return reader.repairedTimes() == 0
        ? Optional.empty()
        : Optional.of(
            "%s: %d packets had seconds and microseconds where pcapng has one count; repaired"
                .formatted(capture, reader.repairedTimes()));
  }
}
