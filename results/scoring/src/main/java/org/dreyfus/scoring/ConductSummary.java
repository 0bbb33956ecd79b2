package org.dreyfus.scoring;

/**
 * How often a classifier that ran outside the harness broke one rule of the stream contract.
 *
 * @param rule its number: {@code "O2"}
 * @param words what was seen
 * @param sessions in how many sessions, at least 1
 * @param count how often in all of them
 * @param firstSession the first of them, by id
 * @param example of it in that session, one line
 */
public record ConductSummary(
    String rule, String words, int sessions, long count, String firstSession, String example) {}
