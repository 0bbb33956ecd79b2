package org.dreyfus.tck;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.dreyfus.classifier.AccusationSink;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** A correct classifier, to be broken in one place: port and first byte, a score, accusations. */
class ByPort implements Classifier {

  private static final Verdict BLOCKED = new Verdict.Blocked("BitTorrent", "port 6881");
  private static final Verdict WEB = new Verdict.Identified("HTTP", false);

  private final Set<InetAddress> suspects = new LinkedHashSet<>();

  /** What is kept with each flow. */
  static final class Memory {
    int packets;
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    flow.attachment(Memory::new).packets++;
    if (flow.responderPort() == 6881 || flow.initiatorPort() == 6881) {
      suspects.add(flow.key().initiator());
      return BLOCKED;
    }
    boolean get = packet.payloadLength() > 0 && packet.buffer().get(packet.payloadOffset()) == 'G';
    return get ? WEB : flow.verdict();
  }

  @Override
  public OptionalDouble score(Flow flow) {
    return OptionalDouble.of(Math.min(1.0, flow.attachment(Memory::new).packets / 100.0));
  }

  @Override
  public void finish(AccusationSink accusations) {
    suspects.forEach(host -> accusations.accuse(host, "port 6881"));
  }
}
