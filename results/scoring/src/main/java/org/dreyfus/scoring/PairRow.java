package org.dreyfus.scoring;

/**
 * The matched pairs of one cluster: a row of the figure.
 *
 * @param cluster id
 * @param pairs in it
 * @param lawfulBlocked in how many the lawful work was held back
 * @param unlicensedBlocked in how many the unlicensed work was held back
 */
public record PairRow(String cluster, int pairs, int lawfulBlocked, int unlicensedBlocked) {}
