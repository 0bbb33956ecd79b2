package org.dreyfus.exchange.flows;

import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.IpProtocols;
import org.dreyfus.corpus.Label;

/**
 * A flow of a capture.
 *
 * @param record counts and 5-tuple
 * @param lastTimestampNanos time of its last packet, since 1970-01-01 UTC
 */
public record FlowFacts(FlowRecord record, long lastTimestampNanos) {

  /** Number of its first frame, from 1. */
  public long number() {
    return record.flow();
  }

  public FlowKey key() {
    return record.key();
  }

  /** Community ID v1 with seed 0. */
  public String communityId() {
    return CommunityId.of(record.key());
  }

  /** The flow with a label, as it stands in {@code flows.jsonl}. */
  public FlowLabel labelled(Label label) {
    FlowKey key = record.key();
    return new FlowLabel(
        record.flow(),
        record.firstTimestampNanos(),
        IpProtocols.name(key.ipProtocol()),
        key.initiator().getHostAddress(),
        key.initiatorPort(),
        key.responder().getHostAddress(),
        key.responderPort(),
        label);
  }
}
