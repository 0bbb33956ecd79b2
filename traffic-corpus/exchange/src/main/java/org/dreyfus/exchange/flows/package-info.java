/**
 * The flows of a capture, by the rules that number them in every corpus.
 *
 * <p>This package must not know where captures or labels come from.
 */
@NullMarked
package org.dreyfus.exchange.flows;

import org.jspecify.annotations.NullMarked;
