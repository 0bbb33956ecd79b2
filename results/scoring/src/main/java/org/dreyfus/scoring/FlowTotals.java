package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/**
 * Counts over flows of one role and legal status. Totals of this corpus: flows of a cluster are not
 * independent, so an interval is given only where clusters are enough to draw from.
 *
 * @param role of the flows
 * @param legalStatus of the flows
 * @param flows how many
 * @param blocked effectively
 * @param late blocked after the last payload packet
 * @param unanswered by the classifier
 * @param bytes of the flows
 * @param contentBytes of works in them
 * @param contentBytesPassed of these
 * @param blockedShare approximate interval of the share of flows blocked
 * @param passedShare approximate interval of the share of content bytes passed
 */
public record FlowTotals(
    Role role,
    LegalStatus legalStatus,
    long flows,
    long blocked,
    long late,
    long unanswered,
    long bytes,
    long contentBytes,
    long contentBytesPassed,
    Optional<Bootstrap> blockedShare,
    Optional<Bootstrap> passedShare) {}
