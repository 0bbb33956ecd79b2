package org.dreyfus.capture.bytes;

import java.util.Random;

/**
 * Ethernet frames of many kinds between a few hosts, from a seed. Without ICMP timestamps and ESP
 * in IPv6: tshark 4.0 gives them no Community ID, or one that the specification does not.
 */
public final class RandomTraffic {

  private final Random random;

  public RandomTraffic(long seed) {
    random = new Random(seed);
  }

  public byte[] frame() {
    boolean ipv6 = random.nextInt(3) == 0;
    byte[] packet = ipv6 ? ipv6() : ipv4();
    int type = ipv6 ? 0x86dd : 0x0800;
    return switch (random.nextInt(8)) {
      case 0 -> Packets.ethernet(0x8100, Packets.vlan(7, type, packet));
      case 1 -> Packets.ethernet(0x8847, Packets.mpls(100, true, packet));
      case 2 -> Packets.ethernet(0x8864, Packets.pppoe(ipv6 ? 0x57 : 0x21, packet));
      case 3 -> Packets.join(Packets.ethernet(type, packet), new byte[random.nextInt(8)]);
      default -> Packets.ethernet(type, packet);
    };
  }

  private byte[] ipv4() {
    int protocol = protocol(50, 1);
    return Packets.ipv4(
        "10.0." + random.nextInt(2) + "." + host(),
        "10.0." + random.nextInt(2) + "." + host(),
        protocol,
        transport(protocol));
  }

  private byte[] ipv6() {
    int protocol = protocol(17, 58);
    byte[] transport = transport(protocol);
    String source = "2001:db8::" + host();
    String destination = "fd00::" + (100 + host());
    return random.nextInt(3) == 0
        ? Packets.ipv6(source, destination, 60, Packets.extension(protocol, 1, transport))
        : Packets.ipv6(source, destination, protocol, transport);
  }

  private int host() {
    return 1 + random.nextInt(5);
  }

  private int protocol(int other, int icmp) {
    int[] protocols = {6, 6, 6, 17, 17, 132, other, icmp};
    return protocols[random.nextInt(protocols.length)];
  }

  private byte[] transport(int protocol) {
    byte[] payload = new byte[4 + random.nextInt(40)];
    int source = 50_000 + random.nextInt(5);
    int destination = 50_000 + random.nextInt(5);
    return switch (protocol) {
      case 6 -> Packets.tcp(source, destination, Packets.ACK, payload);
      case 17 -> Packets.udp(source, destination, payload);
      case 132 -> Packets.sctp(source, destination, payload);
      case 1 -> icmp(new int[] {0, 8, 3, 11}, payload);
      case 58 -> icmp(new int[] {128, 129, 1, 3}, payload);
      default -> Packets.join(new byte[] {0, 0, 0, 9, 0, 0, 0, 1}, payload);
    };
  }

  private byte[] icmp(int[] types, byte[] payload) {
    return Packets.icmp(types[random.nextInt(types.length)], random.nextInt(2), payload);
  }
}
