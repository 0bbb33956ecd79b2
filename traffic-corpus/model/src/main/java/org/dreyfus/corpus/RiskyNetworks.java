package org.dreyfus.corpus;

import java.util.List;

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
}
