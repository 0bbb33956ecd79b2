/**
 * Bytes of TCP connections in order, and the messages that stand in them: HTTP, eDonkey. Everything
 * here is bounded: what does not fit is lost to the reader, never to the machine.
 *
 * <p>This package must not know what is looked for in the bytes, nor policies, labels, corpora or
 * results.
 */
@NullMarked
package org.dreyfus.classifier.reference.stream;

import org.jspecify.annotations.NullMarked;
