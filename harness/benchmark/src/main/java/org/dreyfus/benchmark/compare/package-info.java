/**
 * Whole processes side by side: the same captures through Dreyfus, through the lean C program that
 * bounds it from below, and through other tools, in one interleaved run.
 *
 * <p>This package must not know how any of them works inside: it starts programs and reads what
 * they print.
 */
@NullMarked
package org.dreyfus.benchmark.compare;

import org.jspecify.annotations.NullMarked;
