/**
 * Which flow a frame belongs to: link layers and tunnels taken off, addresses and ports found,
 * fragments joined to their first, flows looked up and counted.
 *
 * <p>Everything here works on offsets and on words of memory; nothing is allocated per packet.
 *
 * <p>This package must not know classifiers that look at a flow, nor labels.
 */
@NullMarked
package org.dreyfus.capture.flow;

import org.jspecify.annotations.NullMarked;
