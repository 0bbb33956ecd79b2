package org.dreyfus.capture.rekey;

import java.util.List;
import java.util.Map;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FrameRewriter;

/**
 * Permutes every port of TCP and UDP, those of well-known services too: what still works does not
 * hang on port numbers. Ports that stand in payloads stay.
 */
public final class PortScrambler implements FrameRewriter {

  private final LinkHeader link;
  private final NetworkHeader network;

  /**
   * @param secret of the session under this run's key
   */
  public PortScrambler(byte[] secret) {
    AddressKey nobody = AddressKey.draw(secret, Map.of(), List.of());
    this.link = new LinkHeader(new MacKey(secret));
    this.network =
        new NetworkHeader(new EndpointKey(nobody, PortKey.ofAllPorts(secret), List.of()));
  }

  @Override
  public void rewrite(Frame frame) {
    link.rewrite(frame);
    if (link.etherType() == LinkHeader.ETHERTYPE_IPV4
        || link.etherType() == LinkHeader.ETHERTYPE_IPV6) {
      network.rewrite(frame, link.networkOffset());
    }
  }
}
