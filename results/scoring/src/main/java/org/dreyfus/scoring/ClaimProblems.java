package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.vocabulary.Vocabulary;

/** What is wrong in a claim file that can be read. */
public final class ClaimProblems {

  private static final Set<String> FEEDS = Set.of("NETWORK", "RIGHTS");

  private final List<String> problems = new ArrayList<>();

  private ClaimProblems() {}

  /** One line each, beginning with the claim; empty when all is well. */
  public static List<String> of(ClaimFile file) {
    ClaimProblems found = new ClaimProblems();
    if (file.alpha() <= 0 || file.alpha() > Rate.ALPHA) {
      found.problems.add("confidence must be at least 0.95 and below 1");
    }
    if (file.claims().isEmpty()) {
      found.problems.add("there is no claim in it");
    }
    Set<String> ids = new HashSet<>();
    for (Claim claim : file.claims()) {
      if (!ids.add(claim.id())) {
        found.add(claim, "another claim has this id");
      }
      found.check(claim);
    }
    return List.copyOf(found.problems);
  }

  private void check(Claim claim) {
    if (!claim.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      add(claim, "an id has lower case letters, digits and single hyphens");
    }
    require(claim, "quote", claim.quote());
    require(claim, "source", claim.source());
    require(claim, "claimant", claim.claimant());
    require(claim, "subject", claim.subject());
    require(claim, "reading", claim.reading());
    Set<String> unknown = new TreeSet<>(claim.feeds());
    unknown.removeAll(FEEDS);
    if (!unknown.isEmpty()) {
      add(claim, "no feed is called %s; there are NETWORK and RIGHTS".formatted(unknown));
    }
    checkNames(claim);
    checkBounds(claim);
  }

  private void require(Claim claim, String field, String text) {
    if (text.isBlank()) {
      add(claim, field + " is empty");
    }
  }

  private void checkNames(Claim claim) {
    Set<String> named = new TreeSet<>(claim.population().networks());
    named.addAll(claim.population().exceptNetworks());
    named.addAll(claim.population().protocols());
    for (String name : named) {
      if (!Vocabulary.protocols().containsKey(name)) {
        add(
            claim,
            "no protocol is called '%s'; names are those of labels (protocols.json)"
                .formatted(name));
      }
    }
  }

  private void checkBounds(Claim claim) {
    Hypothesis hypothesis = claim.hypothesis();
    if (hypothesis instanceof Hypothesis.AtMost atMost) {
      range(claim, "bound", atMost.bound());
    } else if (hypothesis instanceof Hypothesis.AtLeast atLeast) {
      range(claim, "bound", atLeast.bound());
    } else if (hypothesis instanceof Hypothesis.Distinguishes distinguishes) {
      range(claim, "margin", distinguishes.margin());
    } else if (hypothesis instanceof Hypothesis.Alike alike) {
      range(claim, "margin", alike.margin());
      if (alike.as().isEmpty()) {
        add(claim, "'as' names no protection to compare with");
      }
    } else if (hypothesis instanceof Hypothesis.SendsAtMost sends
        && (sends.packets() < 0 || sends.seconds() < 1)) {
      add(claim, "packets must be at least 0 and seconds at least 1");
    }
  }

  private void range(Claim claim, String field, double value) {
    if (!(value > 0 && value < 1)) {
      add(
          claim,
          "%s is %s; it is a share above 0 and below 1 (never-blocked and always-blocked say the rest)"
              .formatted(field, value));
    }
  }

  private void add(Claim claim, String text) {
    problems.add("claim '" + claim.id() + "': " + text);
  }
}
