package org.dreyfus.exchange.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.PcapngWriter;

/** A copy of a capture that holds no comment. */
final class CleanCopy {

  private static final String PCAPNG = ".pcapng";

  private CleanCopy() {}

  /** Makes a new file whose name has a suffix. */
  @FunctionalInterface
  interface Scratch {
    Path file(String suffix) throws IOException;
  }

  /**
   * Copies a capture.
   *
   * @param suffix of its name
   */
  static Path of(Path capture, String suffix, Scratch scratch) throws IOException {
    if (!isCommented(capture)) {
      Path copy = scratch.file(suffix);
      Files.copy(capture, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    }
    Path copy = scratch.file(PCAPNG);
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(capture));
        PcapngWriter writer = PcapngWriter.file(copy, List.of())) {
      while (reader.next(frame)) {
        writer.write(frame, Optional.empty());
      }
    }
    return copy;
  }

  private static boolean isCommented(Path capture) throws IOException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.openWithComments(CaptureSource.file(capture))) {
      while (reader.next(frame)) {
        if (!reader.comments().isEmpty() || !reader.sectionComments().isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
