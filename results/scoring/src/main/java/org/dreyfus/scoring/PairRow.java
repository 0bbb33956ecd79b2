package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.Pair;

/**
 * The matched pairs of one type and cluster: a row of the figure.
 *
 * @param type W or L
 * @param shield of the content; absent when its sessions differ in it
 * @param cluster id
 * @param pairs in it
 * @param lawfulBlocked in how many the lawful work was held back
 * @param unlicensedBlocked in how many the unlicensed work was held back
 */
public record PairRow(
    Pair.Type type,
    Optional<Shield> shield,
    String cluster,
    int pairs,
    int lawfulBlocked,
    int unlicensedBlocked) {}
