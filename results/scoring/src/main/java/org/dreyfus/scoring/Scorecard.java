package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All findings and rates for one blocker on one corpus. Holds no time and no fact of the machine,
 * but for what was measured of a device on the wire: the same evidence gives the same scorecard.
 *
 * @param classifier id
 * @param policy what turned its protocols into block and allow
 * @param corpus what it was run against
 * @param feeds what it was told in advance
 * @param blindingKeys how many keys were compared
 * @param headline rates
 * @param claims one entry a claim file
 * @param pairs whether it tells the members of matched pairs of type W apart
 * @param pairTests the same for both types, and for each way in which content is shielded
 * @param pairRows the pairs, cluster by cluster
 * @param ceiling the best that can be done by protocol alone, and this blocker beside it
 * @param routes what became of works over each protocol and protection
 * @param consequences what the rates would mean for people
 * @param strata parts of the corpus
 * @param flows totals
 * @param protocols how well it names protocols; empty when it names none
 * @param falsePositives by name, the first {@value SessionError#MOST_NAMED} by id; the headline
 *     counts all
 * @param letThrough by name, as many
 * @param accusations of hosts, when it accused any
 * @param roc what its score would do at every threshold, when it gives one
 * @param ownCeiling the best that can be done by the classifier's own names for protocols, when it
 *     names any
 * @param protocolPrice under which lawful shares protocol alone would do
 * @param leakage what passed of works that were blocked in the end
 * @param conduct which rules of the stream contract it broke; empty when it broke none, or ran
 *     inside the harness
 * @param inline what a device did on the wire beside blocking; absent for a classifier
 */
public record Scorecard(
    String classifier,
    Policy policy,
    CorpusFacts corpus,
    Set<String> feeds,
    int blindingKeys,
    Headline headline,
    List<ClaimResults> claims,
    Discrimination pairs,
    List<PairTest> pairTests,
    List<PairRow> pairRows,
    ProtocolCeiling ceiling,
    List<Route> routes,
    Consequences consequences,
    List<Stratum> strata,
    List<FlowTotals> flows,
    List<ProtocolScore> protocols,
    List<SessionError> falsePositives,
    List<SessionError> letThrough,
    Optional<AccusedHosts> accusations,
    Optional<Roc> roc,
    Optional<OwnCeiling> ownCeiling,
    ProtocolPrice protocolPrice,
    List<Leakage> leakage,
    List<ConductSummary> conduct,
    Optional<InlineSummary> inline) {}
