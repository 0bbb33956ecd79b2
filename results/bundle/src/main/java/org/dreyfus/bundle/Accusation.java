package org.dreyfus.bundle;

/**
 * One accused host: a line of {@code accusations.jsonl}.
 *
 * @param session id
 * @param host address as recorded
 * @param reason the classifier's
 */
public record Accusation(String session, String host, String reason) {}
