package org.dreyfus.inline.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.Shell;

/** The kernel's bridge between the two inner ends. */
final class Bridge {

  static final String NAME = "br0";

  private static final Path BRIDGE_NETFILTER =
      Path.of("/proc/sys/net/bridge/bridge-nf-call-iptables");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String FORWARDING = "state forwarding";

  private Bridge() {}

  /** A bridge that looks at nothing. */
  static void lay(DeviceLab lab) {
    lay(lab, false);
  }

  /**
   * Returns when it forwards: a port that has just been plugged in does not yet.
   *
   * @param shownToIptables whether iptables sees what is bridged; the kernel then drops packets
   *     with wrong IP headers by itself
   */
  static void lay(DeviceLab lab, boolean shownToIptables) {
    NetNamespace device = lab.device();
    device.ip(
        "link",
        "add",
        NAME,
        "type",
        "bridge",
        "stp_state",
        "0",
        "forward_delay",
        "0",
        "mcast_snooping",
        "0");
    device.ip("link", "set", NAME, "up");
    device.ip("link", "set", DeviceLab.CLIENT_SIDE, "master", NAME);
    device.ip("link", "set", DeviceLab.SERVER_SIDE, "master", NAME);
    if (Files.exists(BRIDGE_NETFILTER)) {
      String shown = shownToIptables ? "1" : "0";
      device.run(
          "sysctl",
          "-qw",
          "net.bridge.bridge-nf-call-iptables=" + shown,
          "net.bridge.bridge-nf-call-ip6tables=" + shown,
          "net.bridge.bridge-nf-call-arptables=0");
    } else if (shownToIptables) {
      throw new DeviceException(
          "iptables cannot see what is bridged: load the kernel's module (modprobe br_netfilter)");
    }
    await(device);
  }

  private static void await(NetNamespace device) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String ports = Shell.run("bridge", "-n", device.name(), "link");
      if (ports.split(FORWARDING, -1).length == 3) {
        return;
      }
      Pause.briefly();
    }
    throw new DeviceException("the bridge in " + device.name() + " does not forward");
  }
}
