package org.dreyfus.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code networks.json}: the network feed, apart from addresses, which every run draws anew.
 *
 * @param schemaVersion of this file: 1
 * @param rule by which a service is designated risky, in plain words
 * @param services that the rule designates, in the order of their names
 */
public record RiskyNetworks(int schemaVersion, String rule, List<Service> services) {

  /** The version of {@code networks.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  public RiskyNetworks {
    services = List.copyOf(services);
  }

  /**
   * A tracker, hub or server that a vendor could have on a list.
   *
   * @param name the same in every session that uses it
   * @param overlay peer-to-peer network it belongs to
   * @param ports where it listens, sorted
   * @param lawfulUses what people do with it lawfully in this corpus, one sentence each
   */
  public record Service(String name, String overlay, List<Integer> ports, List<String> lawfulUses) {
    public Service {
      ports = List.copyOf(ports);
      lawfulUses = List.copyOf(lawfulUses);
    }
  }

  /** Collects them from the sessions of a corpus. */
  static RiskyNetworks of(String rule, Map<Session, List<FlowLabel>> sessions) {
    Map<String, Host.Service> services = new TreeMap<>();
    Map<String, Set<Integer>> ports = new TreeMap<>();
    Map<String, Set<String>> uses = new TreeMap<>();
    sessions.forEach(
        (session, flows) ->
            session.hosts().stream()
                .flatMap(host -> host.service().stream())
                .filter(Host.Service::listed)
                .forEach(
                    service -> {
                      services.put(service.name(), service);
                      ports
                          .computeIfAbsent(service.name(), name -> new TreeSet<>())
                          .add(service.port());
                      Set<String> lawful =
                          uses.computeIfAbsent(service.name(), name -> new TreeSet<>());
                      if (isLawful(flows)) {
                        lawful.add(session.story());
                      }
                    }));
    List<Service> listed = new ArrayList<>();
    services.forEach(
        (name, service) ->
            listed.add(
                new Service(
                    name,
                    service.overlay(),
                    List.copyOf(ports.getOrDefault(name, Set.of())),
                    List.copyOf(uses.getOrDefault(name, Set.of())))));
    return new RiskyNetworks(SCHEMA_VERSION, rule, listed);
  }

  private static boolean isLawful(List<FlowLabel> flows) {
    return flows.stream()
        .map(FlowLabel::label)
        .filter(label -> label.role() == Role.CONTENT)
        .allMatch(label -> label.legalStatus() == LegalStatus.LEGAL);
  }
}
