/** The box on the wire: replays sessions through a device and infers its verdicts. */
@NullMarked
package org.dreyfus.inline;

import org.jspecify.annotations.NullMarked;
