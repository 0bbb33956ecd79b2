/**
 * Runs a plugin over the made-up captures and keeps what was seen. Judges nothing: that is for the
 * checks.
 */
@NullMarked
package org.dreyfus.tck.trial;

import org.jspecify.annotations.NullMarked;
