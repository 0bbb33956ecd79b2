package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunFacts;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;

/**
 * Reads a bundle. What grows with its sessions is read when it is asked for, so errors of these
 * files come from the stream of {@link org.dreyfus.scoring.Evidence#bySession}. Errors name the
 * file and the line.
 */
public final class BundleReader {

  private BundleReader() {}

  /**
   * @throws IOException when a file is missing or damaged; the message names it
   */
  public static Bundle read(Path folder) throws IOException {
    Path manifestFile = folder.resolve(BundleFiles.RUN);
    if (!Files.isRegularFile(manifestFile)) {
      throw new BundleException(folder + ": no result bundle, it has no " + BundleFiles.RUN);
    }
    RunManifest manifest = ResultJson.json().read(manifestFile, RunManifest.class);
    RunFacts facts =
        new RunFacts(manifest.corpus(), manifest.blindingKeys(), manifest.feeds(), inline(folder));
    return new Bundle(
        manifest,
        new StoredEvidence(folder, facts),
        listed(folder, BundleFiles.POLICIES, manifest.policies().keySet(), Policy.class),
        listed(folder, BundleFiles.CLAIMS, manifest.claimFiles().keySet(), ClaimFile.class),
        VendorResponse.of(folder),
        beside(folder));
  }

  private static Optional<Beside> beside(Path folder) throws IOException {
    Path file = folder.resolve(BundleFiles.BESIDE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Beside beside = ResultJson.json().read(file, Beside.class);
    if (beside.schemaVersion() != Beside.SCHEMA_VERSION) {
      throw new BundleException(
          file + ": schemaVersion " + beside.schemaVersion() + " is not known");
    }
    return Optional.of(beside);
  }

  private static Optional<InlineEvidence> inline(Path folder) throws IOException {
    Path file = folder.resolve(BundleFiles.INLINE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    InlineRun run = ResultJson.json().read(file, InlineRun.class);
    if (run.schemaVersion() != InlineRun.SCHEMA_VERSION) {
      throw new BundleException(file + ": schemaVersion " + run.schemaVersion() + " is not known");
    }
    if (run.replays() < 1) {
      throw new BundleException(file + ": " + run.replays() + " replays are no run");
    }
    Path flows = folder.resolve(BundleFiles.INLINE_FLOWS);
    InlineEvidence seen = new InlineEvidence(run, inlineFlows(flows));
    for (InlineFlow flow : seen.flows()) {
      if (flow.blockedReplays() < 0 || flow.blockedReplays() > run.replays()) {
        throw new BundleException(
            "%s: session %s, flow %d was blocked in %d of %d replays"
                .formatted(
                    flows, flow.session(), flow.flow(), flow.blockedReplays(), run.replays()));
      }
    }
    return Optional.of(seen);
  }

  private static List<InlineFlow> inlineFlows(Path file) throws IOException {
    try (Lines<InlineFlow> lines = new Lines<>(file, InlineFlow.class, InlineFlow::session)) {
      return lines.rest();
    }
  }

  private static <T> List<T> listed(Path folder, String kind, Iterable<String> ids, Class<T> type)
      throws IOException {
    List<T> values = new ArrayList<>();
    for (String id : ids) {
      values.add(ResultJson.json().read(folder.resolve(kind).resolve(id + ".json"), type));
    }
    return values;
  }

  /** The claim or policy files of a folder, sorted by name. */
  static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
