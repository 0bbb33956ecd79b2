/**
 * nDPI, the open deep packet inspection library, through JNA direct mapping: primitives only, no
 * object a packet.
 *
 * <p>This package must not know labels, corpora or results.
 */
@NullMarked
package org.dreyfus.classifier.ndpi;

import org.jspecify.annotations.NullMarked;
