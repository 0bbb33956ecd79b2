/**
 * {@code dreyfus}: the only user-facing main and the only writer to standard output. Data goes to
 * standard output, progress and messages to standard error.
 *
 * <p>This package names no classifier: they are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package org.dreyfus.cli;

import org.jspecify.annotations.NullMarked;
