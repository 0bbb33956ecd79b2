/**
 * Names protocols by port alone, as the simplest filters do.
 *
 * <p>This package must not know labels, corpora or results.
 */
@NullMarked
package org.dreyfus.classifier.reference.ports;

import org.jspecify.annotations.NullMarked;
