package org.dreyfus.corpus;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One subscriber or server of a session.
 *
 * @param name within the session: {@code "peer-a"}, {@code "tracker"}
 * @param address IPv4 or IPv6 address in the capture
 * @param did what it did, in plain words, one sentence an entry
 * @param announcedPorts ports that it listens on or announces; re-keying leaves them as they are
 * @param service the service it runs for others, when it is infrastructure
 */
public record Host(
    String name,
    String address,
    List<String> did,
    Set<Integer> announcedPorts,
    Optional<Service> service) {

  public Host {
    did = List.copyOf(did);
  }

  /**
   * Infrastructure that a vendor could have on a list. It keeps one address through all sessions of
   * a run.
   *
   * @param name the same in every session that uses it: {@code "open-tracker"}
   * @param overlay peer-to-peer network it belongs to, as nDPI spells the protocol
   * @param port where it listens
   * @param listed whether the corpus's rule designates it risky, so that the network feed names it
   */
  public record Service(String name, String overlay, int port, boolean listed) {}
}
