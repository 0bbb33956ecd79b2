/**
 * Stateful replay of sessions through a device, and what is inferred from what comes out. Knows
 * nothing of labels: they are joined to the results later.
 */
@NullMarked
package org.dreyfus.inline.replay;

import org.jspecify.annotations.NullMarked;
