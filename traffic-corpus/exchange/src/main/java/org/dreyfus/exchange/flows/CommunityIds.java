package org.dreyfus.exchange.flows;

import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.IpProtocols;

/** Names flows of a corpus in the way that other tools name them. */
public final class CommunityIds {

  private CommunityIds() {}

  /**
   * Community ID v1 of a labelled flow, seed 0.
   *
   * @throws IllegalArgumentException when its addresses or protocol are none; no flow of a corpus
   *     that passed validation is like that
   */
  public static String of(FlowLabel flow) {
    return CommunityId.of(
        new FlowKey(
            IpLiteral.parse(flow.srcIp()),
            flow.srcPort(),
            IpLiteral.parse(flow.destIp()),
            flow.destPort(),
            IpProtocols.number(flow.proto())
                .orElseThrow(() -> new IllegalArgumentException(flow.proto()))));
  }
}
