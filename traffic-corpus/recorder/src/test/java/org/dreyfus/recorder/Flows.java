package org.dreyfus.recorder;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.classifier.FlowKey;

/** Flows between the hosts of a small lab, for tests. */
final class Flows {

  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP = 1;
  static final Map<String, String> HOSTS =
      Map.of("10.101.1.1", "server", "10.102.1.1", "client", "10.103.1.1", "tracker");

  private Flows() {}

  static FlowRecord flow(
      long number, int protocol, String from, int fromPort, String to, int toPort, long payload) {
    FlowKey key = new FlowKey(address(from), fromPort, address(to), toPort, protocol);
    return new FlowRecord(number, 1_000 + number, key, 10, payload + 400, payload, 9);
  }

  private static InetAddress address(String host) {
    String literal =
        HOSTS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(host))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(host);
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
