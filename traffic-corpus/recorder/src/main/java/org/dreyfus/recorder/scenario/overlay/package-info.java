/** Peer-to-peer networks other than BitTorrent, spoken by real clients. */
@NullMarked
package org.dreyfus.recorder.scenario.overlay;

import org.jspecify.annotations.NullMarked;
