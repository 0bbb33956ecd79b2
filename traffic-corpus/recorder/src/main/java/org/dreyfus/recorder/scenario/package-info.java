/**
 * What is played in the lab. A scenario is one small class: who is there, which programs they run,
 * and which flows carry what. {@link org.dreyfus.recorder.Scenarios} lists them all.
 *
 * <p>A scenario must not know which work is registered as unlicensed.
 */
@NullMarked
package org.dreyfus.recorder.scenario;

import org.jspecify.annotations.NullMarked;
