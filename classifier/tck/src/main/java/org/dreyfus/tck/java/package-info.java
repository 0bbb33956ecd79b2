/**
 * Calls a Java classifier as the harness does, but less kindly: foreign bytes around each packet,
 * slots given away at once, instances side by side. Must not know what the calls are compared for.
 */
@NullMarked
package org.dreyfus.tck.java;

import org.jspecify.annotations.NullMarked;
