/**
 * Makes the works that move through the lab: generated media with exchangeable names, and their
 * torrents.
 *
 * <p>This package must not know which work will be registered as unlicensed: that is a coin tossed
 * later.
 */
@NullMarked
package org.dreyfus.recorder.works;

import org.jspecify.annotations.NullMarked;
