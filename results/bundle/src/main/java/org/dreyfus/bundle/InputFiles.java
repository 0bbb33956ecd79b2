package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.ClaimProblems;
import org.dreyfus.scoring.Policy;

/** Claim files and policy files, as people write them. */
public final class InputFiles {

  private InputFiles() {}

  /**
   * @throws IOException when the file is missing, not a claim file, or says what cannot be tested;
   *     the message names the place
   */
  public static ClaimFile claims(Path file) throws IOException {
    ClaimFile claims = claimsAsTheyAre(file);
    List<String> problems = ClaimProblems.of(claims);
    if (!problems.isEmpty()) {
      throw new BundleException(file + ": " + problems.get(0) + "; see dreyfus claims check");
    }
    return claims;
  }

  /**
   * The same, whatever it says.
   *
   * @throws IOException when the file is missing or not a claim file
   */
  public static ClaimFile claimsAsTheyAre(Path file) throws IOException {
    ClaimFile claims = ResultJson.json().read(file, ClaimFile.class);
    checkVersion(file, claims.schemaVersion(), ClaimFile.SCHEMA_VERSION);
    return claims;
  }

  /**
   * @throws IOException when the file is missing or not a policy; the message names the place
   */
  public static Policy policy(Path file) throws IOException {
    Policy policy = ResultJson.json().read(file, Policy.class);
    checkVersion(file, policy.schemaVersion(), Policy.SCHEMA_VERSION);
    return policy;
  }

  /** The JSON files of a folder, sorted by name. */
  public static List<Path> in(Path folder) throws IOException {
    return BundleReader.jsonFiles(folder);
  }

  private static void checkVersion(Path file, int found, int known) throws BundleException {
    if (found != known) {
      throw new BundleException(
          "%s: schemaVersion %d is not known; this version of Dreyfus reads %d"
              .formatted(file, found, known));
    }
  }
}
