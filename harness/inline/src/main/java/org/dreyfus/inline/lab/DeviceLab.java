package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.inline.port.Place;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.Program;

/**
 * Two cables: the tester's namespace holds their outer ends, the device's namespace their inner
 * ends. Nothing else is connected to either. The tester's own network stack neither answers nor
 * speaks: it has no addresses, and what arrives is taken from it before it looks.
 */
public final class DeviceLab implements AutoCloseable {

  /** The inner end of the cable to the clients, in the device's namespace. */
  public static final String CLIENT_SIDE = "d0";

  /** The inner end of the cable to the servers. */
  public static final String SERVER_SIDE = "d1";

  private static final String CLIENT_OUTER = "t0";
  private static final String SERVER_OUTER = "t1";
  private static final String LARGEST_MTU = "65535";
  private static final String QUEUE_PACKETS = "10000";
  private static final List<Program> PROGRAMS =
      List.of(
          new Program("ip", "iproute2"),
          new Program("sysctl", "procps"),
          new Program("ethtool", "ethtool"),
          new Program("nft", "nftables"));
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final NetNamespace tester;
  private final NetNamespace device;

  private DeviceLab(NetNamespace tester, NetNamespace device) {
    this.tester = tester;
    this.device = device;
  }

  /**
   * Lays the cables. To be closed, whatever happens; when this process is killed, its watchdog
   * does.
   *
   * @throws MissingRequirement without root, or a program that it takes
   */
  public static DeviceLab build() {
    needs();
    int number = COUNT.incrementAndGet();
    NetNamespace tester = NetNamespace.create("tester-" + number);
    try {
      NetNamespace device = NetNamespace.create("device-" + number);
      DeviceLab lab = new DeviceLab(tester, device);
      try {
        lab.lay(CLIENT_OUTER, CLIENT_SIDE);
        lab.lay(SERVER_OUTER, SERVER_SIDE);
        lab.silenceTester();
        return lab;
      } catch (RuntimeException e) {
        device.close();
        throw e;
      }
    } catch (RuntimeException e) {
      tester.close();
      throw e;
    }
  }

  private static void needs() {
    if (!isRoot()) {
      throw new MissingRequirement("the lab of network namespaces needs root", "run it as root");
    }
    PROGRAMS.forEach(Program::need);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new DeviceException("/proc is needed: " + e.getMessage(), e);
    }
  }

  private void lay(String outer, String inner) {
    tester.ip("link", "add", outer, "type", "veth", "peer", "name", inner, "netns", device.name());
    plug(tester, outer);
    plug(device, inner);
  }

  /** Frames must be on the wire as they were given, not as off-loading would make them. */
  static void plug(NetNamespace namespace, String device) {
    namespace.run(
        "ethtool", "-K", device, "tx", "off", "rx", "off", "tso", "off", "gso", "off", "gro",
        "off");
    namespace.ip(
        "link", "set", device, "mtu", LARGEST_MTU, "arp", "off", "txqueuelen", QUEUE_PACKETS, "up");
  }

  private void silenceTester() {
    for (String outer : new String[] {CLIENT_OUTER, SERVER_OUTER}) {
      tester.run(
          "nft",
          "add table netdev quiet; add chain netdev quiet %s { type filter hook ingress device %s priority 0; policy drop; }"
              .formatted(outer, outer));
    }
  }

  /** Where the clients are: the tester's end of one cable. */
  public Place clients() {
    return Place.in(tester.name(), CLIENT_OUTER);
  }

  /** Where the servers are. */
  public Place servers() {
    return Place.in(tester.name(), SERVER_OUTER);
  }

  /** Where the device is to run, between {@link #CLIENT_SIDE} and {@link #SERVER_SIDE}. */
  public NetNamespace device() {
    return device;
  }

  @Override
  public void close() {
    device.close();
    tester.close();
  }
}
