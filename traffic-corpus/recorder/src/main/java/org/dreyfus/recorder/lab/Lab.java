package org.dreyfus.recorder.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.lab.LeftoverSweep;
import org.dreyfus.lab.Owner;
import org.dreyfus.lab.Shell;
import org.dreyfus.lab.Watchdog;

/**
 * Hosts in network namespaces, joined by a bridge in a namespace of its own. There is no uplink:
 * the default route is a blackhole. The names of namespaces tell their {@link Owner}, so that
 * several labs stand side by side and leftovers can be told from those in use.
 */
public final class Lab implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String WIRE = "wire";
  private static final String BRIDGE = "br0";

  private final String name = Owner.self().name(COUNT.incrementAndGet() + "-");
  private final Map<String, LabHost> hosts = new LinkedHashMap<>();
  private final List<String> namespaces = new ArrayList<>();

  /**
   * Builds a lab.
   *
   * @param addresses IPv4 address of each host, by name, in the order in which they are plugged in
   * @param scratch for the hosts' files and logs
   */
  public static Lab build(Map<String, String> addresses, Path scratch) {
    Watchdog.ensure();
    LeftoverSweep.run();
    Lab lab = new Lab();
    try {
      lab.layWire();
      int number = 1;
      for (Map.Entry<String, String> entry : addresses.entrySet()) {
        lab.plugIn(entry.getKey(), entry.getValue(), number++, scratch);
      }
      return lab;
    } catch (RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  public LabHost host(String host) {
    LabHost found = hosts.get(host);
    if (found == null) {
      throw new IllegalArgumentException("no host '" + host + "' in " + hosts.keySet());
    }
    return found;
  }

  public Collection<LabHost> hosts() {
    return List.copyOf(hosts.values());
  }

  /** Starts a capture of everything that crosses the bridge. */
  public BridgeCapture capture(Path file) {
    return BridgeCapture.start(namespace(WIRE), BRIDGE, file);
  }

  private void layWire() {
    addNamespace(WIRE);
    ip(
        WIRE,
        "link",
        "add",
        BRIDGE,
        "type",
        "bridge",
        "stp_state",
        "0",
        "forward_delay",
        "0",
        "mcast_snooping",
        "0");
    ip(WIRE, "link", "set", BRIDGE, "up", "promisc", "on");
  }

  private void plugIn(String host, String address, int number, Path scratch) {
    addNamespace(host);
    String port = "v" + number;
    ip(host, "link", "add", "eth0", "type", "veth", "peer", "name", port, "netns", namespace(WIRE));
    ip(WIRE, "link", "set", port, "master", BRIDGE, "up");
    ip(host, "addr", "add", address + "/8", "dev", "eth0");
    offloadsOff(host, "eth0");
    offloadsOff(WIRE, port);
    ip(host, "link", "set", "eth0", "up");
    ip(host, "route", "add", "blackhole", "default");
    hosts.put(host, new LabHost(host, address, namespace(host), scratch.resolve(host)));
  }

  /** The capture must show packets as they would be on a wire, not as the stack hands them over. */
  private void offloadsOff(String host, String device) {
    inside(
        host, "ethtool", "-K", device, "tso", "off", "gso", "off", "gro", "off", "tx", "off", "rx",
        "off");
  }

  private void addNamespace(String host) {
    Shell.run("ip", "netns", "add", namespace(host));
    namespaces.add(namespace(host));
    inside(
        host,
        "sysctl",
        "-qw",
        "net.ipv6.conf.all.disable_ipv6=1",
        "net.ipv6.conf.default.disable_ipv6=1");
    ip(host, "link", "set", "lo", "up");
  }

  private void ip(String host, String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", namespace(host)));
    command.addAll(List.of(arguments));
    Shell.run(command.toArray(String[]::new));
  }

  private void inside(String host, String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace(host)));
    command.addAll(List.of(arguments));
    Shell.run(command.toArray(String[]::new));
  }

  private String namespace(String host) {
    return name + host;
  }

  /** Ends every program of the lab and removes its namespaces. */
  @Override
  public void close() {
    hosts.values().forEach(LabHost::stopAll);
    for (String namespace : namespaces) {
      LeftoverSweep.remove(namespace);
    }
    namespaces.clear();
  }
}
