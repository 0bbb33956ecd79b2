package org.dreyfus.scoring.ceiling;

/**
 * One protocol that carries unlicensed works.
 *
 * @param protocol outermost on the wire
 * @param decides share of sessions with unlicensed works that are held back when it is blocked, 0
 *     to 1
 * @param lawful share of lawful sessions that use it, by the mix, 0 to 1
 * @param needed whether no choice without it holds back as much as is wanted
 */
public record LawfulShare(String protocol, double decides, double lawful, boolean needed) {}
