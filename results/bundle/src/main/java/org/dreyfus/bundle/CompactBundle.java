package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bundle without what can be made of it again: the page is left out, and of the scorecard only
 * the digest is kept, which {@link Verification} compares with the scorecard that it makes.
 */
public final class CompactBundle {

  private CompactBundle() {}

  /**
   * Copies a bundle.
   *
   * @param target a directory that does not exist
   * @throws IOException when the bundle is damaged, its arithmetic is wrong, or the target cannot
   *     be written
   */
  public static void write(Path bundle, Path target) throws IOException {
    List<String> problems = Verification.problems(bundle);
    if (!problems.isEmpty()) {
      throw new BundleException(bundle + ": " + problems.get(0) + "; not published");
    }
    StagedFolder folder = StagedFolder.open(target);
    Map<String, String> digests = new TreeMap<>(Digests.listed(bundle));
    digests.remove(BundleFiles.PAGE);
    for (String name : digests.keySet()) {
      if (!name.equals(BundleFiles.SCORECARD)) {
        Path copy = folder.path().resolve(name);
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(bundle.resolve(name), copy);
      }
    }
    Files.writeString(folder.path().resolve(BundleFiles.DIGESTS), Digests.lines(digests));
    folder.commit();
  }
}
