package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;

/**
 * What became of works over one route: content of one protocol, protection and legal status.
 *
 * @param protocol outermost on the wire
 * @param carries what a tunnel carries
 * @param protection of the content
 * @param legalStatus of the content
 * @param clusters in which it occurs
 * @param contentBytes of works
 * @param passed of these, in flows that were answered
 * @param unanswered of these, in flows that were not
 */
public record Route(
    String protocol,
    Optional<String> carries,
    Protection protection,
    LegalStatus legalStatus,
    int clusters,
    long contentBytes,
    long passed,
    long unanswered) {}
