/** Events of the public record, told again. */
@NullMarked
package org.dreyfus.recorder.scenario.event;

import org.jspecify.annotations.NullMarked;
