/**
 * Made-up captures: ordinary traffic, and what a plugin must not stumble over. Everything comes
 * from a seed; nothing here knows a corpus, a label or a plugin.
 */
@NullMarked
package org.dreyfus.tck.traffic;

import org.jspecify.annotations.NullMarked;
