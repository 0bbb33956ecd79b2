/**
 * Capture files: reading frames from pcap and pcapng, plain or compressed with gzip or Zstandard,
 * and writing pcap.
 *
 * <p>A frame is handed over as a place in one reused direct buffer; nothing is allocated per frame.
 *
 * <p>This package must not know what is inside a frame: no protocols, flows, classifiers or labels.
 */
@NullMarked
package org.dreyfus.capture;

import org.jspecify.annotations.NullMarked;
