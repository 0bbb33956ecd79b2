/**
 * Grows a corpus to any size out of recorded sessions: re-keyed addresses, ports and times. It
 * knows nothing of classifiers or results.
 */
@NullMarked
package org.dreyfus.exchange.replicate;

import org.jspecify.annotations.NullMarked;
