package org.dreyfus.classifier;

import java.net.InetAddress;
import java.util.List;

/**
 * The services that were designated risky before the run, by the rule stated with the corpus. It
 * stands in for the lists of "contaminated" networks that vendors keep. An entry names a service,
 * never a bare address: lawful services may share the host.
 *
 * @param services trackers, hubs and servers on the list; addresses are those of this run
 */
public record NetworkFeed(List<Service> services) {

  public NetworkFeed {
    services = List.copyOf(services);
  }

  /**
   * One listed service.
   *
   * @param overlay the peer-to-peer network it belongs to, as nDPI or IANA spell the protocol:
   *     {@code "BitTorrent"}, {@code "eDonkey"}
   * @param address where it listens, in the addresses that the packets of this run carry
   * @param port its TCP or UDP port, 1 to 65535
   */
  public record Service(String overlay, InetAddress address, int port) {}
}
