package org.dreyfus.scoring;

import java.util.Map;

/**
 * The rates that a reader looks for first, each at 95 %.
 *
 * @param falsePositives legal sessions with anything effectively blocked
 * @param falsePositivesUncontested the same without fair use and decoys
 * @param contentHit legal sessions whose work was hit, not only something beside it
 * @param falseNegatives infringing sessions whose work got through
 * @param falseNegativesByRule the same under every rule
 * @param lateFlags flows that were blocked after their last payload packet
 * @param mixedSessions counted at flow level only
 * @param shapeSessions of fidelity C, not counted here
 * @param unstableFlows whose answer changed with the blinding key
 */
public record Headline(
    Rate falsePositives,
    Rate falsePositivesUncontested,
    int contentHit,
    Rate falseNegatives,
    Map<BlockRule, Rate> falseNegativesByRule,
    long lateFlags,
    int mixedSessions,
    int shapeSessions,
    int unstableFlows) {}
