package org.dreyfus.scoring;

import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/**
 * Counts over flows of one role and legal status. Totals of this corpus; no interval is given,
 * since flows of a cluster are not independent.
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
    long contentBytesPassed) {}
