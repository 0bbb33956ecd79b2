/**
 * The null probe, a release gate for a corpus: what can be learnt from the traffic of pairs must
 * not tell which member is unlicensed. It knows labels and packets, and no classifier or result.
 */
@NullMarked
package org.dreyfus.recorder.probe;

import org.jspecify.annotations.NullMarked;
