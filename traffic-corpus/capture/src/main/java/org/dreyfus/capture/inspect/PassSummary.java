package org.dreyfus.capture.inspect;

import java.util.Optional;

/**
 * What went through a pass.
 *
 * @param frames read
 * @param ipPackets those of them that belong to a flow
 * @param wireBytes of all frames, as on the wire
 * @param flows seen
 * @param damage present when the capture could not be read to its end; all before it was processed
 */
public record PassSummary(
    long frames, long ipPackets, long wireBytes, long flows, Optional<Damage> damage) {}
