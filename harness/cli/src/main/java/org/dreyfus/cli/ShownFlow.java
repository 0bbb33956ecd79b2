package org.dreyfus.cli;

import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.flows.CommunityIds;

/** A labelled flow as {@code corpus show} prints it: all that the corpus says, and its name. */
record ShownFlow(
    long flow,
    String communityId,
    long timestampNanos,
    String proto,
    String srcIp,
    int srcPort,
    String destIp,
    int destPort,
    Label label) {

  static ShownFlow of(FlowLabel flow) {
    return new ShownFlow(
        flow.flow(),
        CommunityIds.of(flow),
        flow.timestampNanos(),
        flow.proto(),
        flow.srcIp(),
        flow.srcPort(),
        flow.destIp(),
        flow.destPort(),
        flow.label());
  }
}
