package org.dreyfus.classifier.reference.ports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Protocols by transport and port, from {@code ports.csv}: the IANA Service Name and Transport
 * Protocol Port Number Registry (RFC 6335), and for peer-to-peer programs the default ports that
 * their documentation gives. Names are spelt as nDPI spells them.
 */
final class PortTable {

  private static final int TCP = 6;
  private static final int UDP = 17;

  private final Map<Integer, String> protocols;

  private PortTable(Map<Integer, String> protocols) {
    this.protocols = protocols;
  }

  /** The table, read once. */
  static PortTable get() {
    return Once.TABLE;
  }

  private static final class Once {
    static final PortTable TABLE = read();
  }

  private static PortTable read() {
    Map<Integer, String> protocols = new HashMap<>();
    try (InputStream in = PortTable.class.getResourceAsStream("ports.csv")) {
      if (in == null) {
        throw new IllegalStateException("ports.csv is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(protocols, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PortTable(Map.copyOf(protocols));
  }

  Optional<String> protocol(int ipProtocol, int port) {
    return Optional.ofNullable(protocols.get(key(ipProtocol, port)));
  }

  /** A line: transport, first port, last port, protocol, source. */
  private static void add(Map<Integer, String> protocols, String line) {
    String[] cells = line.split(",");
    int transport = cells[0].equals("tcp") ? TCP : UDP;
    for (int port = Integer.parseInt(cells[1]); port <= Integer.parseInt(cells[2]); port++) {
      protocols.put(key(transport, port), cells[3]);
    }
  }

  private static int key(int ipProtocol, int port) {
    return ipProtocol << 16 | port;
  }
}
