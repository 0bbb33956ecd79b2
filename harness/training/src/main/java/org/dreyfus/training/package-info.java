/**
 * Learns from a labelled corpus what flows of sessions with unlicensed works look like, by folds
 * that keep clusters, pairs and works whole, and hands a model to the classifier of each session
 * that was learnt without it.
 *
 * <p>This package must not know how a run is made or scored.
 */
@NullMarked
package org.dreyfus.training;

import org.jspecify.annotations.NullMarked;
