package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.util.Set;

/**
 * A host of the capture, as far as re-keying must know it.
 *
 * @param name unique within the capture
 * @param address recorded
 * @param announcedPorts ports that others know it by; they stay
 */
public record KeyedHost(String name, InetAddress address, Set<Integer> announcedPorts) {

  public KeyedHost {
    announcedPorts = Set.copyOf(announcedPorts);
  }
}
