package org.dreyfus.corpus.vocabulary;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One protocol and its names: an entry of {@code protocols.json}.
 *
 * @param name as labels spell it
 * @param trafficClass what it is mostly used for
 * @param ndpi nDPI's names; empty when it has none
 * @param iana names in IANA's registries
 * @param suricata application layers
 * @param wireshark filter names that Wireshark 4.0 knows
 * @param wiresharkNewer filter names of later versions
 * @param note what a reader should know, one sentence
 */
public record NamedProtocol(
    String name,
    TrafficClass trafficClass,
    Set<String> ndpi,
    Set<String> iana,
    Set<String> suricata,
    Set<String> wireshark,
    Set<String> wiresharkNewer,
    Optional<String> note) {

  /** Its names in one vocabulary, sorted. */
  public Set<String> names(Naming naming) {
    return switch (naming) {
      case NDPI -> ndpi;
      case IANA -> iana;
      case SURICATA -> suricata;
      case WIRESHARK -> {
        Set<String> all = new TreeSet<>(wireshark);
        all.addAll(wiresharkNewer);
        yield all;
      }
    };
  }
}
