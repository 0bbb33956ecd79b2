/**
 * Plugins that are programs of this machine, kept apart from the rest of it by bubblewrap where
 * that is to be had.
 */
@NullMarked
package org.dreyfus.external.program;

import org.jspecify.annotations.NullMarked;
