package org.dreyfus.exchange.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.Host;
import org.dreyfus.exchange.flows.FlowFacts;

/**
 * The hosts of a capture about which nothing else is known: every address is one, and listens where
 * it was the responder.
 */
final class HostList {

  private static final int TCP = 6;
  private static final int UDP = 17;

  private HostList() {}

  static List<Host> of(List<FlowFacts> flows) {
    Map<String, Set<Integer>> portsByAddress = new LinkedHashMap<>();
    for (FlowFacts flow : flows) {
      FlowKey key = flow.key();
      portsByAddress.computeIfAbsent(key.initiator().getHostAddress(), a -> new TreeSet<>());
      Set<Integer> listening =
          portsByAddress.computeIfAbsent(key.responder().getHostAddress(), a -> new TreeSet<>());
      if (key.ipProtocol() == TCP || key.ipProtocol() == UDP) {
        listening.add(key.responderPort());
      }
    }
    List<Host> hosts = new ArrayList<>();
    portsByAddress.forEach(
        (address, ports) ->
            hosts.add(
                new Host(
                    "host-" + (hosts.size() + 1),
                    address,
                    List.of("stands in the imported capture"),
                    ports,
                    Optional.empty())));
    return hosts;
  }
}
