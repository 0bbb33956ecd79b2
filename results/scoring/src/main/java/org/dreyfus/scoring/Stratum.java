package org.dreyfus.scoring;

/**
 * The two error rates of a part of the corpus. A session with several values of an axis stands in
 * each of their strata.
 *
 * @param axis what it is split by: {@code "protocol"}
 * @param value of the axis: {@code "BitTorrent"}
 * @param falsePositives over its legal sessions, at 95 %
 * @param falseNegatives over its infringing sessions, at 95 %
 */
public record Stratum(String axis, String value, Rate falsePositives, Rate falseNegatives) {}
