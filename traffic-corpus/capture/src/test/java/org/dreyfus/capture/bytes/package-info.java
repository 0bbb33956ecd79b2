/** Packets and capture files built byte by byte, for tests. Must not use what it helps to test. */
@NullMarked
package org.dreyfus.capture.bytes;

import org.jspecify.annotations.NullMarked;
