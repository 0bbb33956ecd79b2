package org.dreyfus.inline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.codec.MalformedJsonException;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.inline.InlineEvidence;

/**
 * Devices that were measured, one file each: a digest in the first line, the result in the second.
 * A run that was killed goes on after the last whole one.
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
    Path file = file(identity);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", 2);
    if (lines.length < 2 || !lines[0].equals(Digests.sha256(lines[1]))) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultJson.json().parse(lines[1], Kept.class, file.toString()));
    } catch (MalformedJsonException writtenByAnotherVersion) {
      return Optional.empty();
    }
  }

  void write(String identity, Kept kept) throws IOException {
    Files.createDirectories(folder);
    String line = ResultJson.json().line(kept);
    Path unfinished = Files.createTempFile(folder, "device", ".unfinished");
    Files.writeString(unfinished, Digests.sha256(line) + "\n" + line);
    Files.move(unfinished, file(identity), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The result stands in a bundle now. */
  void forget(String identity) throws IOException {
    Files.deleteIfExists(file(identity));
  }

  private Path file(String identity) {
    return folder.resolve("inline-" + Digests.sha256(identity) + ".json");
  }
}
