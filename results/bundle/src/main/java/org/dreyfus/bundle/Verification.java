package org.dreyfus.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle: the digests agree, what was seen on the wire agrees with the observations, and
 * scoring these again gives the same scorecard. This proves the arithmetic, not the run.
 */
public final class Verification {

  private Verification() {}

  /**
   * @return what is wrong, one line each; empty when all is well
   * @throws IOException when the bundle cannot be read at all
   */
  public static List<String> problems(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(BundleFiles.DIGESTS))) {
      throw new BundleException(folder + ": no result bundle, it has no " + BundleFiles.DIGESTS);
    }
    try {
      return check(folder);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> check(Path folder) throws IOException {
    List<String> problems = new ArrayList<>(Digests.problems(folder));
    Bundle bundle = BundleReader.read(folder);
    for (Policy policy : bundle.policies()) {
      check(problems, "policy", policy.id(), bundle.manifest().policies().get(policy.id()), policy);
    }
    for (ClaimFile file : bundle.claimFiles()) {
      check(problems, "claims", file.id(), bundle.manifest().claimFiles().get(file.id()), file);
    }
    if (bundle.beside().isPresent()) {
      beside(problems, folder, bundle.manifest().classifier().id(), bundle.beside().get());
    }
    problems.addAll(InlineChecks.problems(bundle.manifest(), bundle.evidence()));
    String listed = Digests.listed(folder).getOrDefault(BundleFiles.SCORECARD, "");
    if (!listed.equals(Scorecards.digest(bundle.scorecards()))) {
      problems.add(
          BundleFiles.SCORECARD + ": scoring the observations again gives another scorecard");
    }
    return problems;
  }

  /** Its form; and the digests of those of the others that lie where the run left them. */
  private static void beside(List<String> problems, Path folder, String own, Beside beside)
      throws IOException {
    List<String> wrong = new ArrayList<>(beside.problems(own));
    if (wrong.isEmpty()) {
      for (Beside.Blocker blocker : beside.blockers()) {
        Path other = folder.toAbsolutePath().normalize().resolveSibling(blocker.classifier());
        boolean differs =
            Files.isRegularFile(other.resolve(BundleFiles.DIGESTS))
                && !blocker
                    .scorecardDigest()
                    .equals(Digests.listed(other).get(BundleFiles.SCORECARD));
        if (differs) {
          wrong.add(
              "blocker '%s/%s' is of another run than the bundle %s"
                  .formatted(blocker.classifier(), blocker.policy(), other));
        }
      }
    }
    wrong.forEach(problem -> problems.add(BundleFiles.BESIDE + ": " + problem));
  }

  private static void check(
      List<String> problems, String kind, String id, @Nullable String frozen, Object value) {
    if (!digest(value).equals(frozen)) {
      problems.add(kind + " '" + id + "': differs from what was frozen in " + BundleFiles.RUN);
    }
  }

  /** The digest by which a policy or claim file is frozen. */
  public static String digest(Object policyOrClaimFile) {
    return Digests.sha256(ResultJson.json().pretty(policyOrClaimFile));
  }
}
