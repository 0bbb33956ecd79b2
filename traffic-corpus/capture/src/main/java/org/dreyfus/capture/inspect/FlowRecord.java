package org.dreyfus.capture.inspect;

import org.dreyfus.classifier.FlowKey;

/**
 * A flow that has ended.
 *
 * @param flow number of its first frame in the capture, from 1
 * @param firstTimestampNanos time of that frame as classifiers saw it, since 1970-01-01 UTC
 * @param key its 5-tuple, as classifiers saw it
 * @param packets how many it had
 * @param bytes of its packets, see {@link org.dreyfus.capture.flow.FlowRules}
 * @param payloadBytes of its transport payload, as on the wire
 * @param lastPayloadPacket position within the flow, from 1, of the last packet with payload; 0
 *     when there was none
 */
public record FlowRecord(
    long flow,
    long firstTimestampNanos,
    FlowKey key,
    long packets,
    long bytes,
    long payloadBytes,
    long lastPayloadPacket) {}
