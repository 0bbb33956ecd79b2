package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Session;

/**
 * The services of a corpus: all that the passes of a run must know of its sessions together,
 * gathered in one walk.
 *
 * @param addresses the address at which each service was first recorded, by name
 * @param listed those that the corpus's rule designates risky, in the order in which they are met
 */
public record Services(Map<String, String> addresses, List<Listed> listed) {

  /**
   * A listed service as it stands in some session.
   *
   * @param name of the service
   * @param overlay network that it belongs to
   * @param port where it listens
   * @param rekeyed whether the session's addresses can be rewritten
   * @param address at which it was recorded; empty when no pass shows that
   */
  public record Listed(
      String name, String overlay, int port, boolean rekeyed, Optional<String> address) {}

  public Services {
    addresses = Map.copyOf(addresses);
    listed = List.copyOf(listed);
  }

  /**
   * Walks through all sessions; one that cannot be read is found before any is evaluated.
   *
   * @param asRecorded whether some pass shows recorded addresses. These are others in every
   *     session, so that what is kept grows with the corpus then
   */
  public static Services of(Corpus corpus, boolean asRecorded) {
    Map<String, String> addresses = new TreeMap<>();
    Set<Listed> listed = new LinkedHashSet<>();
    for (Session session : corpus.sessions()) {
      boolean rekeyed = session.rekeying() != Session.Rekeying.NONE;
      for (Host host : session.hosts()) {
        host.service().ifPresent(service -> addresses.putIfAbsent(service.name(), host.address()));
        host.service()
            .filter(Host.Service::listed)
            .map(service -> entry(service, rekeyed, host.address(), asRecorded))
            .ifPresent(listed::add);
      }
    }
    return new Services(addresses, List.copyOf(listed));
  }

  private static Listed entry(
      Host.Service service, boolean rekeyed, String address, boolean asRecorded) {
    return new Listed(
        service.name(),
        service.overlay(),
        service.port(),
        rekeyed,
        asRecorded || !rekeyed ? Optional.of(address) : Optional.empty());
  }

  /**
   * The network feed of a pass.
   *
   * @param shown the address under which classifiers meet a service
   */
  NetworkFeed feed(Function<Listed, InetAddress> shown) {
    Set<String> seen = new TreeSet<>();
    List<NetworkFeed.Service> entries = new ArrayList<>();
    for (Listed service : listed) {
      NetworkFeed.Service entry =
          new NetworkFeed.Service(service.overlay(), shown.apply(service), service.port());
      if (seen.add(entry.toString())) {
        entries.add(entry);
      }
    }
    return new NetworkFeed(entries);
  }
}
