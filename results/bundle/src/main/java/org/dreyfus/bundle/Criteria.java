package org.dreyfus.bundle;

import java.util.Comparator;
import java.util.List;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;

/**
 * What a classifier is scored by.
 *
 * @param policies that apply when it names protocols, kept in the order of their ids
 * @param claimFiles that were frozen before the run, kept in the order of their ids
 */
public record Criteria(List<Policy> policies, List<ClaimFile> claimFiles) {

  public Criteria {
    policies = policies.stream().sorted(Comparator.comparing(Policy::id)).toList();
    claimFiles = claimFiles.stream().sorted(Comparator.comparing(ClaimFile::id)).toList();
  }
}
