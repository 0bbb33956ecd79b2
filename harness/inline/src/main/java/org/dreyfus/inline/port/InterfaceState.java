package org.dreyfus.inline.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.lab.Shell;

/**
 * What the kernel says of an interface that exists and is up.
 *
 * @param mtu the most bytes of a packet that it carries, without the Ethernet header
 */
record InterfaceState(int mtu) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern LINE = Pattern.compile("<([^>]*)> mtu (\\d+)");

  /**
   * Asks the kernel.
   *
   * @throws PortException when there is no such interface, or it is down
   */
  static InterfaceState of(Place place) {
    List<String> command = new ArrayList<>(List.of("ip"));
    place.namespace().ifPresent(name -> command.addAll(List.of("-n", name)));
    command.addAll(List.of("-o", "link", "show", "dev", place.device()));
    Matcher line = LINE.matcher(Shell.run(command, PATIENCE, Map.of()).output());
    if (!line.find()) {
      throw new PortException(
          place + ": there is no such interface; 'ip link' lists those that there are");
    }
    if (!List.of(line.group(1).split(",")).contains("UP")) {
      throw new PortException(
          "%s: is down; switch it on: ip link set %s up".formatted(place, place.device()));
    }
    return new InterfaceState(Integer.parseInt(line.group(2)));
  }
}
