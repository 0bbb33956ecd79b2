package org.dreyfus.scoring;

import java.util.List;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/** What a session is as a whole. EVIDENCE, Units. */
public enum Legality {
  /** No CONTENT flow is infringing or undetermined. */
  LEGAL,
  /** All of its CONTENT is infringing. */
  INFRINGING,
  /** Anything else: counts at flow level only. */
  MIXED;

  static Legality of(List<Observation> flows) {
    long content = flows.stream().filter(o -> o.label().role() == Role.CONTENT).count();
    long infringing = count(flows, LegalStatus.INFRINGING);
    long undetermined = count(flows, LegalStatus.UNDETERMINED);
    if (infringing == 0 && undetermined == 0) {
      return LEGAL;
    }
    return infringing == content ? INFRINGING : MIXED;
  }

  private static long count(List<Observation> flows, LegalStatus status) {
    return flows.stream()
        .filter(o -> o.label().role() == Role.CONTENT && o.label().legalStatus() == status)
        .count();
  }
}
