/**
 * What a score would block at every threshold: steps of a receiver operating characteristic (T.
 * Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27, 2006). It knows
 * scores and weights, and nothing of sessions or intervals.
 */
@NullMarked
package org.dreyfus.scoring.roc;

import org.jspecify.annotations.NullMarked;
