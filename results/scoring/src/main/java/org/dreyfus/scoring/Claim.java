package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Optional;
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
 * @param nature whose word it is; a statement of a vendor when absent
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
    Set<String> feeds,
    Optional<ClaimNature> nature) {

  public Claim {
    feeds = Collections.unmodifiableSet(new TreeSet<>(feeds));
  }

  /** A statement of a vendor. */
  public Claim(
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
    this(
        id,
        quote,
        verbatim,
        source,
        claimant,
        subject,
        reading,
        population,
        hypothesis,
        feeds,
        Optional.empty());
  }

  /** Whether a vendor says it: only then a refutation counts against somebody. */
  public boolean isStatement() {
    return whoseWord() == ClaimNature.STATEMENT;
  }

  ClaimNature whoseWord() {
    return nature.orElse(ClaimNature.STATEMENT);
  }
}
