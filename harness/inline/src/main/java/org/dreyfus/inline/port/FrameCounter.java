package org.dreyfus.inline.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.lab.Shell;

/** What the kernel counts at an interface. */
public final class FrameCounter {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern RECEIVED =
      Pattern.compile("\"stats64\":\\{\"rx\":\\{\"bytes\":\\d+,\"packets\":(\\d+)");

  private FrameCounter() {}

  /**
   * Frames that have arrived since the interface was made.
   *
   * @throws PortException when there is no such interface
   */
  public static long received(Place place) {
    List<String> command = new ArrayList<>(List.of("ip"));
    place.namespace().ifPresent(name -> command.addAll(List.of("-n", name)));
    command.addAll(List.of("-j", "-s", "link", "show", "dev", place.device()));
    Matcher count = RECEIVED.matcher(Shell.run(command, PATIENCE, Map.of()).output());
    if (!count.find()) {
      throw new PortException(place + ": its counters cannot be read; is iproute2 installed?");
    }
    return Long.parseLong(count.group(1));
  }
}
