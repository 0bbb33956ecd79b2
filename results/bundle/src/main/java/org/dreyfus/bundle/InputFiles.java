package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dreyfus.scoring.Claim;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;

/** Claim files and policy files, as people write them. */
public final class InputFiles {

  private InputFiles() {}

  /**
   * @throws IOException when the file is missing or not a claim file; the message names the place
   */
  public static ClaimFile claims(Path file) throws IOException {
    ClaimFile claims = ResultJson.json().read(file, ClaimFile.class);
    checkVersion(file, claims.schemaVersion(), ClaimFile.SCHEMA_VERSION);
    Set<String> ids = new HashSet<>();
    for (Claim claim : claims.claims()) {
      if (!ids.add(claim.id())) {
        throw new BundleException(file + ": two claims are called '" + claim.id() + "'");
      }
    }
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
