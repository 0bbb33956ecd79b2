package org.dreyfus.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dreyfus.corpus.codec.StrictJson;

/**
 * Lies in the folder of an unfinished recording, so that only what was planned alike goes on there.
 *
 * @param seed of works, coins and addresses
 * @param repetitions of each scenario
 */
record ResumeNote(long seed, int repetitions) {

  private static final StrictJson JSON = StrictJson.plain();
  private static final String FILE = ".recording.json";

  /**
   * Begins a recording, or goes on with one.
   *
   * @param extend whether a finished corpus may be gone on with
   * @throws IllegalArgumentException when the folder holds something else
   */
  void begin(Path target, boolean extend) throws IOException {
    Path file = target.resolve(FILE);
    if (Files.exists(file)) {
      ResumeNote found = JSON.read(file, ResumeNote.class);
      if (!found.equals(this)) {
        throw new IllegalArgumentException(
            "%s: holds an unfinished recording with seed %d and %d repetitions; go on with these,"
                    .formatted(target, found.seed, found.repetitions)
                + " or record into another folder");
      }
    } else if (Files.exists(target.resolve("sessions")) && !extend) {
      throw new IllegalArgumentException(
          target
              + ": holds a finished corpus; record into another folder, or add to it with --extend");
    } else {
      Files.createDirectories(target.resolve("sessions"));
      Files.writeString(file, JSON.pretty(this));
    }
  }

  /** Nothing is left to be recorded. */
  static void end(Path target) throws IOException {
    Files.deleteIfExists(target.resolve(FILE));
  }
}
