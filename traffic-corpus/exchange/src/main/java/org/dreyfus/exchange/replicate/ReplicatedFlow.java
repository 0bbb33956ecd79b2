package org.dreyfus.exchange.replicate;

import org.dreyfus.corpus.FlowLabel;

/**
 * A line of the labels beside an interleaved capture.
 *
 * @param session that was copied
 * @param copy which copy of it, from 1
 * @param scenario of the session
 * @param cluster of the session; copies are no new evidence
 * @param flow as in {@code flows.jsonl}: numbers are those of the interleaved capture's frames
 */
public record ReplicatedFlow(
    String session, long copy, String scenario, String cluster, FlowLabel flow) {}
