/**
 * A heuristic against traffic that looks like nothing: random bytes that are no protocol that
 * anybody knows.
 *
 * <p>This package must not know protocols beyond the few that are exempt, nor lists, labels,
 * corpora or results.
 */
@NullMarked
package org.dreyfus.classifier.reference.entropy;

import org.jspecify.annotations.NullMarked;
