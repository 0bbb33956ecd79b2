/** BitTorrent between clients of every kind, with the trackers of the lab. */
@NullMarked
package org.dreyfus.recorder.scenario.bittorrent;

import org.jspecify.annotations.NullMarked;
