package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence of a vendor as a testable hypothesis.
 *
 * @param id unique within its file
 * @param quote the sentence
 * @param verbatim whether the sentence stands as it was said; otherwise it is our summary
 * @param source where it was said
 * @param claimant who said it
 * @param subject what it was said of
 * @param reading what it means, in plain words, when it is put to the test
 * @param population the sessions it speaks of
 * @param hypothesis what is tested
 * @param feeds what the product must have been told for the test to be fair: {@code "NETWORK"}
 */
public record Claim(
    String id,
    String quote,
    boolean verbatim,
    String source,
    String claimant,
    String subject,
    String reading,
    Population population,
    Hypothesis hypothesis,
    Set<String> feeds) {

  public Claim {
    feeds = Collections.unmodifiableSet(new TreeSet<>(feeds));
  }
}
