package org.dreyfus.scoring.roc;

/**
 * Something that has a score.
 *
 * @param lowest score that it may have, 0 to 1
 * @param highest score that it may have; the same as {@code lowest} when nothing was left unscored
 * @param weight above 0
 * @param unlicensed whether it is to be blocked
 */
public record Scored(double lowest, double highest, double weight, boolean unlicensed) {}
