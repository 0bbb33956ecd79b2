/**
 * Scorecards for people: pages that stand alone, need no network and print. Charts are drawn in the
 * page; every one has a table that says the same without scripts.
 *
 * <p>This package must not score: every number on a page stands in the scorecard.
 */
@NullMarked
package org.dreyfus.report;

import org.jspecify.annotations.NullMarked;
