package org.dreyfus.corpus;

/**
 * A program that took part in a session.
 *
 * @param name of the package or program
 * @param version as the program or its package says
 * @param host name of the {@link Host} it ran on
 */
public record Program(String name, String version, String host) {}
