/**
 * One pass over a capture that feeds many classifiers: every frame is read, rewritten and decoded
 * once, and every classifier has a view of its own of every flow.
 *
 * <p>What a classifier does wrong stays its own: a crash ends its part of the pass only.
 *
 * <p>This package must not know labels, nor what a verdict is worth.
 */
@NullMarked
package org.dreyfus.capture.inspect;

import org.jspecify.annotations.NullMarked;
