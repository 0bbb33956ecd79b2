/**
 * The lines that a plugin writes: what they may say, and reading them from a peer that cannot be
 * trusted. Knows nothing of what was sent to the plugin.
 */
@NullMarked
package org.dreyfus.external.line;

import org.jspecify.annotations.NullMarked;
