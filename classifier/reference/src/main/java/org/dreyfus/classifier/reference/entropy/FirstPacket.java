package org.dreyfus.classifier.reference.entropy;

import java.util.OptionalDouble;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * Decides on the first data packet that the initiator of a TCP connection sends, and never looks
 * again: M. Wu et al., "How the Great Firewall of China Detects and Blocks Fully Encrypted
 * Traffic", USENIX Security 2023, section 4. The paper infers the rule from experiments; it found
 * it applied to a part of connections and of addresses only, here it applies to all. UDP passes, as
 * there. The score is how random that packet looks, which the paper compares with a fixed bound;
 * what always passes has 0.
 */
final class FirstPacket implements Classifier {

  private static final int TCP = 6;
  private static final Verdict PASSES = new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);
  private static final Verdict BLOCKED =
      new Verdict.Blocked(Verdict.UNKNOWN_PROTOCOL, "looks random, no known protocol");

  /** Of one flow. */
  private static final class Measure {
    private double randomness;
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    if (flow.ipProtocol() != TCP) {
      return PASSES;
    }
    boolean decides = packet.direction() == Direction.FROM_INITIATOR && packet.payloadLength() > 0;
    if (!decides) {
      return flow.verdict();
    }
    byte[] payload = new byte[packet.payloadLength()];
    packet.buffer().get(packet.payloadOffset(), payload);
    flow.attachment(Measure::new).randomness = Exemption.randomness(payload);
    return Exemption.of(payload).isPresent() ? PASSES : BLOCKED;
  }

  @Override
  public Verdict conclude(Flow flow) {
    return flow.verdict().isFinal() ? flow.verdict() : PASSES;
  }

  @Override
  public OptionalDouble score(Flow flow) {
    return OptionalDouble.of(flow.attachment(Measure::new).randomness);
  }
}
