/**
 * The figures of a scorecard: Vega-Lite specifications with their data, and the sentences beside
 * them. EVIDENCE, Figures. It must not score: every number stands in the scorecard.
 */
@NullMarked
package org.dreyfus.report.figure;

import org.jspecify.annotations.NullMarked;
