package org.dreyfus.scoring.ceiling;

import java.util.Optional;

/**
 * One protocol that carries unlicensed works.
 *
 * @param protocol outermost on the wire
 * @param decides share of sessions with unlicensed works that are held back when it is blocked, 0
 *     to 1
 * @param lawful share of lawful sessions that use it, by the mix, 0 to 1
 * @param atMost the lawful share above which nothing that decides by protocol alone, coins
 *     included, does what is wanted; absent when the other protocols suffice
 */
public record LawfulShare(
    String protocol, double decides, double lawful, Optional<Double> atMost) {}
