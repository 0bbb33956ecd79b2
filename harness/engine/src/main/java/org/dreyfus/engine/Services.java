package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;

/**
 * The services of a corpus: all that the passes of a run must know of its sessions together,
 * gathered in one walk. It does not grow with sessions in which the same services are met.
 *
 * @param addresses the address at which each service was first recorded, by name
 * @param listed those that the corpus's rule designates risky, in the order in which they are met
 */
public record Services(Map<String, String> addresses, List<Listed> listed) {

  /**
   * A listed service.
   *
   * @param name of the service
   * @param overlay network that it belongs to
   * @param port where it listens
   */
  public record Listed(String name, String overlay, int port) {}

  public Services {
    addresses = Map.copyOf(addresses);
    listed = List.copyOf(listed);
  }

  /** Walks through all sessions; one that cannot be read is found before any is evaluated. */
  public static Services of(Corpus corpus) {
    Map<String, String> addresses = new TreeMap<>();
    Set<Listed> listed = new LinkedHashSet<>();
    for (Session session : corpus.sessions()) {
      for (Host host : session.hosts()) {
        host.service().ifPresent(service -> addresses.putIfAbsent(service.name(), host.address()));
        host.service()
            .filter(Host.Service::listed)
            .map(service -> new Listed(service.name(), service.overlay(), service.port()))
            .ifPresent(listed::add);
      }
    }
    return new Services(addresses, List.copyOf(listed));
  }

  /**
   * The network feed of a pass.
   *
   * @param shown the address under which classifiers meet a service, by its name
   */
  NetworkFeed feed(Function<String, InetAddress> shown) {
    Set<String> seen = new TreeSet<>();
    List<NetworkFeed.Service> entries = new ArrayList<>();
    for (Listed service : listed) {
      NetworkFeed.Service entry =
          new NetworkFeed.Service(service.overlay(), shown.apply(service.name()), service.port());
      if (seen.add(entry.toString())) {
        entries.add(entry);
      }
    }
    return new NetworkFeed(entries);
  }

  /**
   * The network feed of a session that is shown as it was recorded: its own services where they
   * were, all others where they were first recorded. An address that only another session had is
   * not in it, since a host of this one may have it by chance.
   */
  NetworkFeed recordedFeed(Session session) {
    Map<String, String> here = new TreeMap<>(addresses);
    for (Host host : session.hosts()) {
      host.service().ifPresent(service -> here.put(service.name(), host.address()));
    }
    return feed(name -> IpLiteral.parse(Objects.requireNonNull(here.get(name))));
  }
}
