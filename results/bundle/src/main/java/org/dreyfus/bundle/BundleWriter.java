package org.dreyfus.bundle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.inline.InlineEvidence;

/** Writes a bundle: whole, or not at all. */
public final class BundleWriter {

  private BundleWriter() {}

  /**
   * @param target a directory that does not exist
   * @param page makes the page for people from the run and its scorecards
   * @return the scorecards, one a policy
   * @throws BundleException when the target exists or cannot be written
   */
  public static List<Scorecard> write(
      Path target, Bundle bundle, BiFunction<Bundle, List<Scorecard>, String> page)
      throws BundleException {
    return write(target, bundle, bundle.scorecards(), page);
  }

  /**
   * The same for a bundle that was scored already.
   *
   * @param scorecards of the bundle
   */
  public static List<Scorecard> write(
      Path target,
      Bundle bundle,
      List<Scorecard> scorecards,
      BiFunction<Bundle, List<Scorecard>, String> page)
      throws BundleException {
    StagedFolder folder = StagedFolder.open(target);
    try {
      writeFiles(folder.path(), bundle, scorecards, page.apply(bundle, scorecards));
      Digests.write(folder.path());
      folder.commit();
      return scorecards;
    } catch (BundleException e) {
      throw e;
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }

  private static void writeFiles(
      Path folder, Bundle bundle, List<Scorecard> scorecards, String page) throws IOException {
    Files.writeString(folder.resolve(BundleFiles.RUN), ResultJson.json().pretty(bundle.manifest()));
    Files.writeString(
        folder.resolve(BundleFiles.SCORECARD), ResultJson.json().pretty(Scorecards.of(scorecards)));
    Files.writeString(folder.resolve(BundleFiles.PAGE), page);
    if (bundle.beside().isPresent()) {
      Files.writeString(
          folder.resolve(BundleFiles.BESIDE), ResultJson.json().pretty(bundle.beside().get()));
    }
    lines(folder.resolve(BundleFiles.SESSIONS), bundle.evidence().sessions());
    lines(folder.resolve(BundleFiles.OBSERVATIONS), bundle.evidence().observations());
    lines(
        folder.resolve(BundleFiles.UNSTABLE),
        bundle.evidence().unstable().stream().sorted().toList());
    lines(
        folder.resolve(BundleFiles.ACCUSATIONS),
        bundle.evidence().accusations().stream()
            .sorted(Comparator.comparing(Accusation::session).thenComparing(Accusation::host))
            .toList());
    if (!bundle.evidence().conduct().isEmpty()) {
      lines(folder.resolve(BundleFiles.CONDUCT), bundle.evidence().conduct());
    }
    if (bundle.evidence().inline().isPresent()) {
      InlineEvidence seen = bundle.evidence().inline().get();
      Files.writeString(folder.resolve(BundleFiles.INLINE), ResultJson.json().pretty(seen.run()));
      lines(folder.resolve(BundleFiles.INLINE_FLOWS), seen.flows());
    }
    if (bundle.response().isPresent()) {
      Files.writeString(folder.resolve(BundleFiles.RESPONSE), bundle.response().get());
    }
    Path policies = Files.createDirectories(folder.resolve(BundleFiles.POLICIES));
    for (Policy policy : bundle.policies()) {
      Files.writeString(policies.resolve(policy.id() + ".json"), ResultJson.json().pretty(policy));
    }
    Path claims = Files.createDirectories(folder.resolve(BundleFiles.CLAIMS));
    for (ClaimFile file : bundle.claimFiles()) {
      Files.writeString(claims.resolve(file.id() + ".json"), ResultJson.json().pretty(file));
    }
  }

  private static void lines(Path file, Collection<?> values) throws IOException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (Object value : values) {
        out.write(ResultJson.json().line(value));
      }
    }
  }
}
