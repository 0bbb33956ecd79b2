package org.dreyfus.corpus;

import java.util.Map;
import java.util.OptionalInt;

/** Names of the protocols that lie directly on IP, as IANA's registry spells them. */
public final class IpProtocols {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "ICMP"),
          Map.entry(2, "IGMP"),
          Map.entry(6, "TCP"),
          Map.entry(17, "UDP"),
          Map.entry(47, "GRE"),
          Map.entry(50, "ESP"),
          Map.entry(51, "AH"),
          Map.entry(58, "IPv6-ICMP"),
          Map.entry(103, "PIM"),
          Map.entry(115, "L2TP"),
          Map.entry(132, "SCTP"));

  private static final int LARGEST = 255;

  private IpProtocols() {}

  /**
   * The name; the number as text when it has none here.
   *
   * @param number 0 to 255
   */
  public static String name(int number) {
    return NAMES.getOrDefault(number, Integer.toString(number));
  }

  /** The number of a name (in any case) or of a number as text; empty when it is neither. */
  public static OptionalInt number(String name) {
    for (Map.Entry<Integer, String> entry : NAMES.entrySet()) {
      if (entry.getValue().equalsIgnoreCase(name)) {
        return OptionalInt.of(entry.getKey());
      }
    }
    boolean isNumber = name.matches("\\d{1,3}") && Integer.parseInt(name) <= LARGEST;
    return isNumber ? OptionalInt.of(Integer.parseInt(name)) : OptionalInt.empty();
  }
}
