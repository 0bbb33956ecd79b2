package org.dreyfus.exchange.flows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.FlowLabel;
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
            address(flow.srcIp()),
            flow.srcPort(),
            address(flow.destIp()),
            flow.destPort(),
            IpProtocols.number(flow.proto())
                .orElseThrow(() -> new IllegalArgumentException(flow.proto()))));
  }

  private static InetAddress address(String literal) {
    if (!literal.matches("[0-9.]+|[0-9A-Fa-f:.%]*:[0-9A-Fa-f:.%]*")) {
      throw new IllegalArgumentException(literal);
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
