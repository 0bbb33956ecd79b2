package org.dreyfus.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.ScoreTally;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.SessionEvidence;

/**
 * All that a bundle holds, but for what follows from it.
 *
 * @param manifest how it came to be
 * @param evidence what was seen
 * @param policies that were applied, kept in the order of their ids
 * @param claimFiles that were frozen before the run, kept in the order of their ids
 * @param response of the vendor, verbatim; no part of the scorecard
 * @param beside what the other blockers of the same run did; absent when there were none
 */
public record Bundle(
    RunManifest manifest,
    Evidence evidence,
    List<Policy> policies,
    List<ClaimFile> claimFiles,
    Optional<String> response,
    Optional<Beside> beside) {

  public Bundle {
    policies = policies.stream().sorted(Comparator.comparing(Policy::id)).toList();
    claimFiles = claimFiles.stream().sorted(Comparator.comparing(ClaimFile::id)).toList();
  }

  /** A run of one classifier that no vendor has responded to. */
  public Bundle(
      RunManifest manifest, Evidence evidence, List<Policy> policies, List<ClaimFile> claimFiles) {
    this(manifest, evidence, policies, claimFiles, Optional.empty(), Optional.empty());
  }

  /** The same with another response. */
  public Bundle with(Optional<String> other) {
    return new Bundle(manifest, evidence, policies, claimFiles, other, beside);
  }

  /** The same with what the other blockers of its run did. */
  public Bundle with(Beside others) {
    return new Bundle(manifest, evidence, policies, claimFiles, response, Optional.of(others));
  }

  /**
   * One scorecard a policy. A pure function of evidence, policies and claims; the evidence is read
   * once.
   *
   * @throws java.io.UncheckedIOException when what is stored cannot be read
   */
  public List<Scorecard> scorecards() {
    List<ScoreTally> tallies =
        policies.stream()
            .map(policy -> ScoreTally.of(evidence.facts(), policy, claimFiles))
            .toList();
    try (Stream<SessionEvidence> sessions = evidence.bySession()) {
      sessions.forEach(session -> tallies.forEach(tally -> tally.add(session)));
    }
    String classifier = manifest.classifier().id();
    return tallies.stream().map(tally -> tally.scorecard(classifier)).toList();
  }
}
