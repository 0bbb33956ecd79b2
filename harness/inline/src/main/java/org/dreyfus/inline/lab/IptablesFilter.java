package org.dreyfus.inline.lab;

import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.Program;

/**
 * A bridge whose packets iptables sees: {@code bridge.iptables}. A mark on the tracked connection
 * keeps a flow blocked; only one that is blocked by its very first packet is not tracked, so that
 * each of its packets is judged for itself. Each packet of a blocked TCP flow is answered with a
 * reset to its sender: an end hears of it when it sends next, not when the other end does.
 *
 * <p>What the kernel shows to iptables it also checks: packets with wrong IP headers are dropped,
 * the padding of short Ethernet frames is cut off, and IPv4 fragments are put together and cut
 * again. It can be made to forget its connections where the program {@code conntrack} is.
 */
public final class IptablesFilter implements Device {

  private static final ShippedFile RULES = new ShippedFile("bridge.iptables");
  private static final Program IPTABLES = new Program("iptables-restore", "iptables");
  private static final Program CONNTRACK = new Program("conntrack", "conntrack");

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        "iptables",
        "iptables on a bridge",
        IPTABLES.version("--version"),
        "Dreyfus",
        "Blocks by known ports and by strings anywhere in a packet; resets TCP connections.",
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    IPTABLES.need();
    NetNamespace device = lab.device();
    Bridge.lay(lab, true);
    routeResets(device);
    RULES.load(device, "iptables-restore");
    RULES.load(device, "ip6tables-restore");
    return new KernelDevice(
        () -> {
          boolean can = CONNTRACK.isHere();
          if (can) {
            device.run("conntrack", "-F");
          }
          return can;
        });
  }

  /**
   * The kernel looks up a route before it sends a reset, and takes the Ethernet addresses from the
   * packet that it answers. The bridge has no address to speak from by itself.
   */
  private static void routeResets(NetNamespace device) {
    device.run("sysctl", "-qw", "net.ipv6.conf.%s.accept_ra=0".formatted(Bridge.NAME));
    device.ip("link", "set", Bridge.NAME, "arp", "off", "addrgenmode", "none");
    device.run("sysctl", "-qw", "net.ipv6.conf.%s.disable_ipv6=0".formatted(Bridge.NAME));
    device.ip("route", "add", "default", "dev", Bridge.NAME);
    device.ip("-6", "route", "add", "default", "dev", Bridge.NAME);
  }
}
