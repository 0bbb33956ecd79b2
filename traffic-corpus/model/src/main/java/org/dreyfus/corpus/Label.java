package org.dreyfus.corpus;

import java.util.Optional;

/**
 * What a flow is, by the way it was made. Never taken from a traffic classifier.
 *
 * @param legalStatus of what moved; a {@link Role#CONTROL} flow shares the status of the work it
 *     serves
 * @param legalBasis why
 * @param protection of the content on the wire
 * @param protocol outermost protocol visible on the wire, spelt as nDPI or IANA spell it
 * @param carries what a tunnel carries, in the same spelling
 * @param application the program that sent it: {@code "transmission"}
 * @param role what the flow does in its session
 * @param work id of the work it carries or serves, in the corpus's rights catalogue
 * @param reason why the status is {@link LegalStatus#UNDETERMINED}; absent for the others
 */
public record Label(
    LegalStatus legalStatus,
    LegalBasis legalBasis,
    Protection protection,
    String protocol,
    Optional<String> carries,
    String application,
    Role role,
    Optional<String> work,
    Optional<String> reason) {}
