package org.dreyfus.classifier;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a classifier is and what it needs.
 *
 * @param id unique, lower case letters, digits and hyphens, at most 64 characters: {@code
 *     "clouseau-testimony"}
 * @param name for people
 * @param version of this classifier, as its vendor counts
 * @param vendor who answers for it
 * @param description one sentence for people: what it looks at and what it does
 * @param feeds what it asks to know in advance; a run without a feed is a separate row
 * @param reconstruction true when it was rebuilt from public statements about a product that could
 *     not be had; pages about it say so
 */
public record ClassifierDescriptor(
    String id,
    String name,
    String version,
    String vendor,
    String description,
    Set<Feed> feeds,
    boolean reconstruction) {

  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

  /** What a product may be told before a run. */
  public enum Feed {
    /** The services that its maker would have on a list: see {@link NetworkFeed}. */
    NETWORK,
    /**
     * The works that are registered as unlicensed: see {@link RightsFeed}. Who asks for it is run
     * twice, with it and without it.
     */
    RIGHTS
  }

  /**
   * @throws IllegalArgumentException when {@code id} is not of the form given above
   */
  public ClassifierDescriptor {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "classifier id '" + id + "' must be lower case letters, digits and inner hyphens");
    }
    feeds = Set.copyOf(feeds);
  }
}
