package org.dreyfus.bundle;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;

/** Reads a bundle. Errors name the file and the line. */
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
    List<Observation> observations =
        lines(folder.resolve(BundleFiles.OBSERVATIONS), Observation.class);
    List<Session> sessions = lines(folder.resolve(BundleFiles.SESSIONS), Session.class);
    Set<FlowRef> unstable =
        new HashSet<>(lines(folder.resolve(BundleFiles.UNSTABLE), FlowRef.class));
    Path conduct = folder.resolve(BundleFiles.CONDUCT);
    RunEvidence evidence =
        new RunEvidence(
            manifest.corpus(),
            sessions,
            observations,
            unstable,
            manifest.blindingKeys(),
            manifest.feeds(),
            lines(folder.resolve(BundleFiles.ACCUSATIONS), Accusation.class),
            Files.exists(conduct) ? lines(conduct, Conduct.class) : List.of(),
            inline(folder));
    return new Bundle(
        manifest,
        evidence,
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
    InlineEvidence seen = new InlineEvidence(run, lines(flows, InlineFlow.class));
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

  private static <T> List<T> listed(Path folder, String kind, Iterable<String> ids, Class<T> type)
      throws IOException {
    List<T> values = new ArrayList<>();
    for (String id : ids) {
      values.add(ResultJson.json().read(folder.resolve(kind).resolve(id + ".json"), type));
    }
    return values;
  }

  private static <T> List<T> lines(Path file, Class<T> type) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return ResultJson.json().readLines(reader, type, file.toString());
    } catch (ZipException | EOFException e) {
      throw new BundleException(file + ": damaged gzip (" + e.getMessage() + ")", e);
    }
  }

  /** The claim or policy files of a folder, sorted by name. */
  static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
