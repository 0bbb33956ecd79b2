package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Session;

/** Makes the network feed of a run: the services that the corpus's rule designates risky. */
final class ListedServices {

  private ListedServices() {}

  /**
   * @param shownAddress the address under which classifiers meet a host of a session
   */
  static NetworkFeed feed(
      List<Session> sessions, BiFunction<Session, Host, InetAddress> shownAddress) {
    Set<String> seen = new TreeSet<>();
    List<NetworkFeed.Service> entries = new ArrayList<>();
    for (Session session : sessions) {
      for (Host host : session.hosts()) {
        host.service()
            .filter(Host.Service::listed)
            .map(service -> entry(service, shownAddress.apply(session, host)))
            .filter(entry -> seen.add(entry.toString()))
            .ifPresent(entries::add);
      }
    }
    return new NetworkFeed(entries);
  }

  private static NetworkFeed.Service entry(Host.Service service, InetAddress address) {
    return new NetworkFeed.Service(service.overlay(), address, service.port());
  }
}
