package org.dreyfus.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.dreyfus.scoring.Scorecard;

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
    BundleDraft draft = BundleDraft.open(target);
    draft.write(bundle.evidence());
    draft.finish(bundle, scorecards, page);
    return scorecards;
  }
}
