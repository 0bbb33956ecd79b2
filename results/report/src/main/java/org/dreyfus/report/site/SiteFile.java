package org.dreyfus.report.site;

import java.util.List;
import java.util.Optional;

/**
 * {@code site.json}: what the keeper of a site says of its bundles. Bundles that it does not name
 * are taken for self-reported.
 *
 * @param schemaVersion of this file: 1
 * @param entries by bundle
 */
public record SiteFile(int schemaVersion, List<Entry> entries) {

  /** The version of {@code site.json} that this code reads. */
  public static final int SCHEMA_VERSION = 1;

  public SiteFile {
    entries = List.copyOf(entries);
  }

  /**
   * One bundle.
   *
   * @param bundle its folder, relative to the file
   * @param rerunByUs true when the keeper ran it
   * @param withdrawn why it was withdrawn; it stays listed
   * @param response of the vendor, printed verbatim, in place of one that stands in the bundle
   */
  public record Entry(
      String bundle, boolean rerunByUs, Optional<String> withdrawn, Optional<String> response) {}

  /** What is said of a bundle. */
  Entry of(String bundle) {
    return entries.stream()
        .filter(entry -> entry.bundle().equals(bundle))
        .findFirst()
        .orElse(new Entry(bundle, false, Optional.empty(), Optional.empty()));
  }
}
