/** Networks without a client that could be run today, spoken by peers of our own. */
@NullMarked
package org.dreyfus.recorder.scenario.reenacted;

import org.jspecify.annotations.NullMarked;
