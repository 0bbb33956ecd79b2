/**
 * Pure functions from observations to rates, intervals, findings and scorecards.
 *
 * <p>This package must not know packets, classifiers, files or clocks: a stored run can be scored
 * again and must give the same scorecard.
 */
@NullMarked
package org.dreyfus.scoring;

import org.jspecify.annotations.NullMarked;
