package example;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Blocks TCP and UDP flows to or from port 6881: a whole plugin in Java. */
public final class PortBlocker implements ClassifierProvider {

  private static final int BLOCKED_PORT = 6881;
  private static final int TCP = 6;
  private static final int UDP = 17;

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "example-java",
        "Port blocker in Java",
        "1.0",
        "Dreyfus",
        "Blocks TCP and UDP flows with port 6881.",
        Set.of(),
        false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return PortBlocker::inspect;
  }

  private static Verdict inspect(Flow flow, Packet packet) {
    boolean hasPorts = flow.ipProtocol() == TCP || flow.ipProtocol() == UDP;
    boolean blocked =
        flow.initiatorPort() == BLOCKED_PORT || flow.responderPort() == BLOCKED_PORT;
    return hasPorts && blocked
        ? new Verdict.Blocked("BitTorrent", "port " + BLOCKED_PORT)
        : Verdict.undecided();
  }
}
