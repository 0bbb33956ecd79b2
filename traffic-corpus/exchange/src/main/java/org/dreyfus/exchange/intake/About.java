package org.dreyfus.exchange.intake;

import java.util.Locale;

/**
 * What an imported corpus is called.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version of the source
 * @param licence SPDX; {@code NOASSERTION} when the source does not say
 * @param description one paragraph: what it is, where it came from, what was made up
 */
public record About(String id, String version, String licence, String description) {

  /** A corpus of a source about which nothing more is known. */
  public static About source(String name, String description) {
    return new About(slug(name), "1", "NOASSERTION", description);
  }

  /** A name in the letters of an id; {@code "imported"} when nothing is left of it. */
  public static String slug(String name) {
    String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return id.isEmpty() ? "imported" : id;
  }
}
