package org.dreyfus.classifier.reference.clouseau;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.NetworkFeed;

/**
 * The list of "contaminated" networks, and the torrents that were seen to belong to them: those
 * that were announced at a listed tracker. An entry is a service (overlay, address and port), never
 * a bare address.
 */
final class Contaminated {

  private static final int MOST_TORRENTS = 100_000;

  private final Optional<NetworkFeed> feed;
  private final Set<String> torrents = new HashSet<>();

  Contaminated(Optional<NetworkFeed> feed) {
    this.feed = feed;
  }

  /** Whether one end of the flow is a listed service. */
  boolean lists(FlowKey flow) {
    return feed.stream()
        .flatMap(list -> list.services().stream())
        .anyMatch(
            service ->
                is(service, flow.responder(), flow.responderPort())
                    || is(service, flow.initiator(), flow.initiatorPort()));
  }

  /** The torrent belongs to a listed network. A full memory learns no more. */
  void remember(String torrent) {
    if (torrents.size() < MOST_TORRENTS) {
      torrents.add(torrent);
    }
  }

  boolean holds(String torrent) {
    return torrents.contains(torrent);
  }

  private static boolean is(NetworkFeed.Service service, InetAddress address, int port) {
    return service.port() == port && service.address().equals(address);
  }
}
