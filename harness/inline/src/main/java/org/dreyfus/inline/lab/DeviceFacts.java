package org.dreyfus.inline.lab;

/**
 * What a device is.
 *
 * @param id unique, lower-case letters, digits and hyphens
 * @param name for people
 * @param version of what does the work: "nftables 1.0.6"
 * @param vendor who makes it
 * @param description in one or two sentences: what it blocks and how
 * @param reconstruction whether it was made after public statements, to show something
 */
public record DeviceFacts(
    String id,
    String name,
    String version,
    String vendor,
    String description,
    boolean reconstruction) {}
