/**
 * Classifiers that run outside this process and answer over a stream: programs, containers, and
 * Java plugins in a worker. The contract is written down in {@code classifier/STREAM.md}.
 *
 * <p>Nothing here may know a label, a corpus or a result, nor trust a byte that a plugin writes.
 */
@NullMarked
package org.dreyfus.external;

import org.jspecify.annotations.NullMarked;
