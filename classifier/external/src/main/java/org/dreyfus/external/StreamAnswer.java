package org.dreyfus.external;

import java.util.OptionalDouble;
import org.dreyfus.classifier.Verdict;

/**
 * What a plugin said of one flow.
 *
 * @param verdict its last word; settled
 * @param decidedAtPacket position within the flow, from 1, of the last packet delivered before the
 *     verdict came; one more than the flow's packets when it was over; 0 when it was never decided
 * @param payloadBytesBeforeDecision transport payload of the packets before that one
 * @param score how much it looks like something to block, where the plugin says so
 */
public record StreamAnswer(
    Verdict verdict, long decidedAtPacket, long payloadBytesBeforeDecision, OptionalDouble score) {}
