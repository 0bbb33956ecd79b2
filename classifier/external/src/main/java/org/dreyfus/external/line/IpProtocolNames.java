package org.dreyfus.external.line;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of IP protocols as Suricata's EVE and others spell them, in any case (IANA numbers). */
final class IpProtocolNames {

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "ICMP",
          1,
          "IGMP",
          2,
          "TCP",
          6,
          "UDP",
          17,
          "GRE",
          47,
          "ESP",
          50,
          "AH",
          51,
          "IPV6-ICMP",
          58,
          "ICMPV6",
          58,
          "SCTP",
          132);

  private IpProtocolNames() {}

  static Optional<Integer> number(String name) {
    return Optional.ofNullable(NUMBERS.get(name.toUpperCase(Locale.ROOT)));
  }

  static String all() {
    return String.join(", ", new TreeMap<>(NUMBERS).keySet());
  }
}
