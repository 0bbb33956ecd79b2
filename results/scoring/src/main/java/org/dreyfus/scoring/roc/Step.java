package org.dreyfus.scoring.roc;

import java.util.Optional;

/**
 * What is blocked when all scores from a threshold on are: sums of weights.
 *
 * @param threshold the lowest score that is blocked; absent when nothing is
 * @param lawfulAtLeast lawful weight blocked whatever unscored parts would have got
 * @param lawfulAtMost lawful weight blocked when unscored parts would have got the highest score
 * @param unlicensedAtLeast the same of what is to be blocked
 * @param unlicensedAtMost the same of what is to be blocked
 */
public record Step(
    Optional<Double> threshold,
    double lawfulAtLeast,
    double lawfulAtMost,
    double unlicensedAtLeast,
    double unlicensedAtMost) {}
