package org.dreyfus.bundle;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.SessionEvidence;
import org.dreyfus.scoring.inline.InlineEvidence;

/**
 * A bundle in the making: first the files that grow with its sessions, then all that follows from
 * them. It appears whole or not at all.
 */
public final class BundleDraft {

  private final StagedFolder folder;

  private BundleDraft(StagedFolder folder) {
    this.folder = folder;
  }

  /**
   * @param target a directory that does not exist
   * @throws BundleException when the target exists or cannot be written
   */
  public static BundleDraft open(Path target) throws BundleException {
    return new BundleDraft(StagedFolder.open(target));
  }

  private Path folder() {
    return folder.path();
  }

  /**
   * Puts a part of a file, which {@link EvidenceWriter} wrote, behind what is there already.
   *
   * @throws BundleException when the part cannot be read, or the file not be written
   */
  public void append(EvidenceFile file, Path part) throws BundleException {
    try {
      file.append(part, folder());
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }

  /**
   * Writes all files of {@link EvidenceFile}; the evidence is read once.
   *
   * @throws BundleException when they cannot be written
   * @throws java.io.UncheckedIOException when what is stored cannot be read
   */
  public void write(Evidence evidence) throws BundleException {
    List<EvidenceWriter> writers = new ArrayList<>();
    for (EvidenceFile kind : EvidenceFile.values()) {
      writers.add(new EvidenceWriter(kind, folder().resolve(kind.fileName())));
    }
    try (Stream<SessionEvidence> sessions = evidence.bySession()) {
      for (Iterator<SessionEvidence> each = sessions.iterator(); each.hasNext(); ) {
        SessionEvidence session = each.next();
        for (EvidenceWriter writer : writers) {
          writer.add(session);
        }
      }
      for (EvidenceWriter writer : writers) {
        writer.close();
      }
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }

  /**
   * Writes the rest, and puts the bundle in its place.
   *
   * @param scorecards of the bundle
   * @param page makes the page for people from the run and its scorecards
   * @throws BundleException when it cannot be written
   */
  public void finish(
      Bundle bundle, List<Scorecard> scorecards, BiFunction<Bundle, List<Scorecard>, String> page)
      throws BundleException {
    try {
      EvidenceFile.complete(folder());
      writeFiles(bundle, scorecards, page.apply(bundle, scorecards));
      Digests.write(folder());
      folder.commit();
    } catch (BundleException e) {
      throw e;
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }

  private void writeFiles(Bundle bundle, List<Scorecard> scorecards, String page)
      throws IOException {
    json(BundleFiles.RUN, bundle.manifest());
    json(BundleFiles.SCORECARD, Scorecards.of(scorecards));
    Files.writeString(folder().resolve(BundleFiles.PAGE), page);
    if (bundle.beside().isPresent()) {
      json(BundleFiles.BESIDE, bundle.beside().get());
    }
    if (bundle.evidence().facts().inline().isPresent()) {
      InlineEvidence seen = bundle.evidence().facts().inline().get();
      json(BundleFiles.INLINE, seen.run());
      lines(folder().resolve(BundleFiles.INLINE_FLOWS), seen.flows());
    }
    if (bundle.response().isPresent()) {
      Files.writeString(folder().resolve(BundleFiles.RESPONSE), bundle.response().get());
    }
    Files.createDirectories(folder().resolve(BundleFiles.POLICIES));
    for (Policy policy : bundle.policies()) {
      json(BundleFiles.POLICIES + "/" + policy.id() + ".json", policy);
    }
    Files.createDirectories(folder().resolve(BundleFiles.CLAIMS));
    for (ClaimFile file : bundle.claimFiles()) {
      json(BundleFiles.CLAIMS + "/" + file.id() + ".json", file);
    }
  }

  private void json(String name, Object value) throws IOException {
    Files.writeString(folder().resolve(name), ResultJson.json().pretty(value));
  }

  private static void lines(Path file, Collection<?> values) throws IOException {
    try (Writer out = EvidenceWriter.open(file)) {
      for (Object value : values) {
        out.write(ResultJson.json().line(value));
      }
    }
  }
}
