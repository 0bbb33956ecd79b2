/**
 * Labels as names and values: what all tabular formats share.
 *
 * <p>This package must not know any one format.
 */
@NullMarked
package org.dreyfus.exchange.labels;

import org.jspecify.annotations.NullMarked;
