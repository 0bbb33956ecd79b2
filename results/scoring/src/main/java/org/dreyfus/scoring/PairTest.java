package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.Pair;

/**
 * Whether a blocker tells the members of some of the matched pairs apart. Types are never pooled.
 *
 * @param type W: different works; L: the same bytes, of which one distributor had leave
 * @param shield of the content; absent for all pairs of the type
 * @param result over them
 */
public record PairTest(Pair.Type type, Optional<Shield> shield, Discrimination result) {}
