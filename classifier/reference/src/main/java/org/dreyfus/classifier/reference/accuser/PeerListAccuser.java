package org.dreyfus.classifier.reference.accuser;

import org.dreyfus.classifier.AccusationSink;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * Takes being named for being guilty: whoever an HTTP or UDP tracker, a DHT node, an eDonkey server
 * or a Kad node names as having a file is accused, whatever he did. M. Piatek, T. Kohno, A.
 * Krishnamurthy, "Challenges and directions for monitoring P2P file sharing networks, or, why my
 * printer received a DMCA takedown notice", HotSec 2008: notice senders asked trackers and wrote to
 * the addresses in the answers; anybody can announce the address of somebody else.
 *
 * <p>Notice senders asked themselves; this classifier reads what others were answered, in the
 * clear. It does not look at which work was asked for. Nodes that only help to find others (the
 * {@code nodes} of a DHT answer) and peers named by peers are not accused. Every flow passes.
 */
final class PeerListAccuser implements Classifier {

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int IPV6 = 6;
  private static final Verdict PASSES = new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);

  private final Accused accused = new Accused();

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    switch (flow.ipProtocol()) {
      case TCP -> flow.attachment(() -> new Connection(accused)).add(packet);
      case UDP -> datagram(flow, packet);
      default -> {
        return PASSES;
      }
    }
    return flow.verdict();
  }

  private void datagram(Flow flow, Packet packet) {
    if (packet.payloadLength() > 0) {
      byte[] payload = new byte[packet.payloadLength()];
      packet.buffer().get(packet.payloadOffset(), payload);
      flow.attachment(() -> new Datagrams(accused)).add(payload, addressBytes(packet));
    }
  }

  /** The version in the first half byte of the IP header tells the family. */
  private static int addressBytes(Packet packet) {
    return packet.buffer().get(packet.networkOffset()) >> 4 == IPV6 ? 16 : 4;
  }

  @Override
  public Verdict conclude(Flow flow) {
    return flow.verdict().isFinal() ? flow.verdict() : PASSES;
  }

  @Override
  public void finish(AccusationSink accusations) {
    accused.tell(accusations);
  }
}
