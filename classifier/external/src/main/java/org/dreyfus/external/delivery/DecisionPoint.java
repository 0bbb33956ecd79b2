package org.dreyfus.external.delivery;

/**
 * When a flow was decided.
 *
 * @param packet position within the flow, from 1; one more than it has when it was over
 * @param payloadBytesBefore transport payload of the packets before that one
 */
record DecisionPoint(long packet, long payloadBytesBefore) {}
