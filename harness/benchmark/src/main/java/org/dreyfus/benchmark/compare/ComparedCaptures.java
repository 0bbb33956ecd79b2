package org.dreyfus.benchmark.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.exchange.replicate.InterleavedCapture;
import org.dreyfus.exchange.replicate.ReplicaAmount;

/**
 * The captures of a comparison when the user gives none: copies of the default corpus, as {@code
 * corpus replicate default --single} makes them; one of all sessions, one of downloads only.
 */
final class ComparedCaptures {

  private static final int CONCURRENT = 100;
  private static final long SEED = 1;
  private static final int DIGEST_CHARACTERS = 8;

  /** Labels, the last session's end, and some room that is left to others. */
  private static final double SPACE_PER_BYTE = 1.3;

  private final Corpus corpus;
  private final Path folder;
  private final long bytes;
  private final PrintStream progress;

  /**
   * @param folder takes the captures; those that are there already are used again
   * @param bytes of each capture, at least
   */
  ComparedCaptures(Corpus corpus, Path folder, long bytes, PrintStream progress) {
    this.corpus = corpus;
    this.folder = folder;
    this.bytes = bytes;
    this.progress = progress;
  }

  /** Makes those that are not there. */
  List<Path> make() throws IOException {
    Path mix = file("mix");
    Path bulk = file("bulk");
    List<Path> missing = new ArrayList<>(List.of(mix, bulk));
    missing.removeIf(Files::exists);
    Files.createDirectories(folder);
    requireSpace(missing.size());
    for (Path capture : missing) {
      write(capture, capture.equals(bulk));
    }
    return List.of(mix, bulk);
  }

  /** The name says what went into it, so that a capture of another corpus is never taken for it. */
  private Path file(String kind) {
    return folder.resolve(
        "%s-%d-%s.pcap"
            .formatted(
                kind,
                bytes,
                corpus.digest().replace("sha256:", "").substring(0, DIGEST_CHARACTERS)));
  }

  private void requireSpace(int captures) throws IOException {
    long needed = (long) (captures * bytes * SPACE_PER_BYTE);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw new CompareFailure(
          CompareFailure.MISSING_REQUIREMENT,
          String.format(
              Locale.ROOT,
              "%s: %.1f GB are free and %.1f GB are needed; choose another folder with --captures DIR, or less with --bytes N",
              folder,
              free / 1e9,
              needed / 1e9));
    }
  }

  private void write(Path capture, boolean onlyBulk) throws IOException {
    progress.printf("making %s%n", capture);
    new InterleavedCapture(
            corpus, onlyBulk, new ReplicaAmount(bytes, ReplicaAmount.Unit.BYTES), CONCURRENT, SEED)
        .write(capture, Path.of(capture + ".flows.jsonl"), (done, all) -> {});
  }
}
