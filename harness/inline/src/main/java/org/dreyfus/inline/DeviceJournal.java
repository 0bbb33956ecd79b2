package org.dreyfus.inline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.JournalFile;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.inline.InlineEvidence;

/**
 * Devices that were measured, one {@link JournalFile} each. A run that was killed goes on after the
 * last whole one.
 */
final class DeviceJournal {

  private final Path folder;

  /**
   * @param folder of all journals
   */
  DeviceJournal(Path folder) {
    this.folder = folder;
  }

  /** What is kept of one device. */
  record Kept(List<Observation> observations, List<FlowRef> unstable, InlineEvidence evidence) {}

  /**
   * @param identity of the measurement: device, corpus, plan
   */
  Optional<Kept> read(String identity) throws IOException {
    return JournalFile.read(file(identity), Kept.class);
  }

  void write(String identity, Kept kept) throws IOException {
    Files.createDirectories(folder);
    JournalFile.write(file(identity), kept);
  }

  /** The result stands in a bundle now. */
  void forget(String identity) throws IOException {
    Files.deleteIfExists(file(identity));
  }

  private Path file(String identity) {
    return folder.resolve("inline-" + Digests.sha256(identity) + ".json");
  }
}
