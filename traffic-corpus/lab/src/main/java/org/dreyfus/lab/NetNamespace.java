package org.dreyfus.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network namespace of this process, with IPv6 off and loopback up. Its name tells its {@link
 * Owner}: what a killed process leaves behind is removed by its watchdog, or at the next start.
 */
public final class NetNamespace implements AutoCloseable {

  private static final Path NAMED = Path.of("/run/netns");
  private static final Path OWN = Path.of("/proc/self/ns/net");

  private final String name;

  private NetNamespace(String name) {
    this.name = name;
  }

  /**
   * Makes a namespace.
   *
   * @param label what it is for; unique within this process, lower-case letters, digits and hyphens
   * @throws LabException when it cannot be made: without root, for instance
   */
  public static NetNamespace create(String label) {
    Watchdog.ensure();
    LeftoverSweep.run();
    NetNamespace made = new NetNamespace(Owner.self().name(label));
    Shell.run("ip", "netns", "add", made.name);
    try {
      made.run(
          "sysctl",
          "-qw",
          "net.ipv6.conf.all.disable_ipv6=1",
          "net.ipv6.conf.default.disable_ipv6=1");
      made.ip("link", "set", "lo", "up");
      return made;
    } catch (LabException e) {
      made.close();
      throw e;
    }
  }

  /**
   * Gives a name to the namespace that a process runs in, such as a container: it is configured as
   * one of ours, and cleared up as one: what runs in it is ended then.
   *
   * @param label as for {@link #create}
   * @param pid number of the process
   * @throws LabException when there is no such process, or it runs in this process's namespace
   */
  public static NetNamespace of(String label, long pid) {
    Watchdog.ensure();
    NetNamespace named = new NetNamespace(Owner.self().name(label));
    Shell.run("ip", "netns", "attach", named.name, Long.toString(pid));
    if (identity(NAMED.resolve(named.name)).equals(identity(OWN))) {
      Shell.run("ip", "netns", "del", named.name);
      throw new LabException("process " + pid + " has no network namespace of its own");
    }
    return named;
  }

  private static Object identity(Path namespace) {
    try {
      return Files.getAttribute(namespace, "unix:ino");
    } catch (IOException e) {
      throw new LabException(namespace + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  /** The name that {@code ip netns} knows it by. */
  public String name() {
    return name;
  }

  /** Configures what is in the namespace: {@code ip -n NAME ...}. */
  public void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", name));
    command.addAll(List.of(arguments));
    Shell.run(command.toArray(String[]::new));
  }

  /** Runs a program in the namespace to its end; at most 30 s. */
  public String run(String... command) {
    return Shell.run(inside(command).toArray(String[]::new));
  }

  /** Starts a program that runs in the namespace. It ends, at the latest, with the namespace. */
  public Process start(
      ProcessBuilder.Redirect log, Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(inside(command));
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  /** The command that runs {@code command} in the namespace. */
  public List<String> inside(String... command) {
    List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
    whole.addAll(List.of(command));
    return whole;
  }

  /** Ends every program in it and removes it, with all its interfaces. */
  @Override
  public void close() {
    LeftoverSweep.remove(name);
  }
}
