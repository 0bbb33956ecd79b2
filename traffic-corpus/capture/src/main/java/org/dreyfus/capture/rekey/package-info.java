/**
 * Blinding: rewrites hosts, ephemeral ports, MAC addresses and times of a capture, consistently and
 * from a seed, in headers and where payloads name an address, with checksums kept as right or wrong
 * as they were.
 *
 * <p>This package must not know labels or classifiers.
 */
@NullMarked
package org.dreyfus.capture.rekey;

import org.jspecify.annotations.NullMarked;
