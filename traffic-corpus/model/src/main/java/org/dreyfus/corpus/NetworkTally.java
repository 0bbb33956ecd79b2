package org.dreyfus.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects {@link RiskyNetworks} from the sessions of a corpus. */
final class NetworkTally {

  private final Map<String, Host.Service> services = new TreeMap<>();
  private final Map<String, Set<Integer>> ports = new TreeMap<>();
  private final Map<String, Set<String>> lawfulUses = new TreeMap<>();

  void add(Session session, List<FlowLabel> flows) {
    session.hosts().stream()
        .flatMap(host -> host.service().stream())
        .filter(Host.Service::listed)
        .forEach(
            service -> {
              services.put(service.name(), service);
              ports.computeIfAbsent(service.name(), name -> new TreeSet<>()).add(service.port());
              Set<String> lawful =
                  lawfulUses.computeIfAbsent(service.name(), name -> new TreeSet<>());
              if (isLawful(flows)) {
                lawful.add(session.story());
              }
            });
  }

  private static boolean isLawful(List<FlowLabel> flows) {
    return flows.stream()
        .map(FlowLabel::label)
        .filter(label -> label.role() == Role.CONTENT)
        .allMatch(label -> label.legalStatus() == LegalStatus.LEGAL);
  }

  /**
   * What was found in the sessions that were added.
   *
   * @param rule by which a service is designated risky
   */
  RiskyNetworks networks(String rule) {
    List<RiskyNetworks.Service> listed = new ArrayList<>();
    services.forEach(
        (name, service) ->
            listed.add(
                new RiskyNetworks.Service(
                    name,
                    service.overlay(),
                    List.copyOf(ports.getOrDefault(name, Set.of())),
                    List.copyOf(lawfulUses.getOrDefault(name, Set.of())))));
    return new RiskyNetworks(RiskyNetworks.SCHEMA_VERSION, rule, listed);
  }
}
