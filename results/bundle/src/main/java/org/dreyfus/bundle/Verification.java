package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle: the digests agree, and scoring its observations again gives the same scorecard.
 * This proves the arithmetic, not the run.
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
    List<String> problems = new ArrayList<>(Digests.problems(folder));
    Bundle bundle = BundleReader.read(folder);
    for (Policy policy : bundle.policies()) {
      check(problems, "policy", policy.id(), bundle.manifest().policies().get(policy.id()), policy);
    }
    for (ClaimFile file : bundle.claimFiles()) {
      check(problems, "claims", file.id(), bundle.manifest().claimFiles().get(file.id()), file);
    }
    String again = ResultJson.json().pretty(Scorecards.of(bundle.scorecards()));
    String listed = Digests.listed(folder).getOrDefault(BundleFiles.SCORECARD, "");
    if (!listed.equals(Digests.sha256(again))) {
      problems.add(
          BundleFiles.SCORECARD + ": scoring the observations again gives another scorecard");
    }
    return problems;
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
