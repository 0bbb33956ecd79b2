package org.dreyfus.classifier.reference.ports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Ports: the first packet's port numbers are looked up, nothing else is looked at. */
public final class PortsProvider implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "ports",
        "Port numbers",
        "1",
        "Dreyfus",
        "Names the protocol by port number alone, as IANA and the programs' manuals assign them.",
        Set.of(),
        false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new ByPort(PortTable.get());
  }

  /** Decides on the first packet of a flow. */
  private static final class ByPort implements Classifier {
    private static final Verdict UNKNOWN = new Verdict.Identified(Verdict.UNKNOWN_PROTOCOL, true);

    private final PortTable table;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    ByPort(PortTable table) {
      this.table = table;
    }

    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      Optional<String> protocol =
          table
              .protocol(flow.ipProtocol(), flow.responderPort())
              .or(() -> table.protocol(flow.ipProtocol(), flow.initiatorPort()));
      return protocol.map(this::identified).orElse(UNKNOWN);
    }

    private Verdict identified(String protocol) {
      return verdicts.computeIfAbsent(protocol, p -> new Verdict.Identified(p, true));
    }
  }
}
