/** Tunnels, and what moves inside them. */
@NullMarked
package org.dreyfus.recorder.scenario.tunnel;

import org.jspecify.annotations.NullMarked;
