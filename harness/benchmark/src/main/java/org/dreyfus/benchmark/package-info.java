/**
 * How fast the packet path is: JMH benchmarks of its parts, over a capture of the user's or one
 * that is made from a seed.
 *
 * <p>This package must not know how a part is built: it measures what others can call.
 */
@NullMarked
package org.dreyfus.benchmark;

import org.jspecify.annotations.NullMarked;
