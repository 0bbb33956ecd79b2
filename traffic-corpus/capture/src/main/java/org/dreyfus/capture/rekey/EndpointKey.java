package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites an address and the port beside it, on a capture's bytes. Allocates nothing. */
final class EndpointKey {

  private final AddressTable owners;
  private final AddressKey addresses;
  private final byte[][] shown;
  private final PortKey.PortSet[] announced;
  private final PortKey ports;

  EndpointKey(AddressKey addresses, PortKey ports, List<KeyedHost> hosts) {
    Map<InetAddress, BitSet> announcements = announcements(hosts);
    Set<InetAddress> recorded = new HashSet<>(addresses.mapping().keySet());
    recorded.addAll(announcements.keySet());
    this.addresses = addresses;
    this.ports = ports;
    this.owners = new AddressTable(recorded);
    this.shown = new byte[recorded.size()][];
    this.announced = new PortKey.PortSet[recorded.size()];
    for (int i = 0; i < shown.length; i++) {
      InetAddress owner = owners.addresses().get(i);
      shown[i] = address(owner).getAddress();
      announced[i] = announcements.getOrDefault(owner, new BitSet())::get;
    }
  }

  /** Who has the IPv4 address at that place. */
  int ipv4Owner(ByteBuffer buffer, int offset) {
    return owners.ipv4(buffer, offset);
  }

  /** Who has the IPv6 address at that place. */
  int ipv6Owner(ByteBuffer buffer, int offset) {
    return owners.ipv6(buffer, offset);
  }

  /** Rewrites an address in place and counts the change; a stranger's stays. */
  void rewriteAddress(ByteBuffer buffer, int offset, int owner, ChecksumDelta checksum) {
    if (owner == AddressTable.ABSENT) {
      return;
    }
    byte[] bytes = shown[owner];
    for (int i = 0; i < bytes.length; i++) {
      checksum.changed(i, buffer.get(offset + i), bytes[i]);
      buffer.put(offset + i, bytes[i]);
    }
  }

  /** Rewrites a 16-bit port in place and counts the change. */
  void rewritePort(ByteBuffer buffer, int offset, int owner, ChecksumDelta checksum) {
    int before = buffer.getShort(offset) & 0xffff;
    int after = port(owner, before);
    buffer.putShort(offset, (short) after);
    checksum.changed16(before, after);
  }

  int port(InetAddress owner, int port) {
    return port(owners.index(owner), port);
  }

  InetAddress address(InetAddress recorded) {
    return addresses.rekeyed(recorded).orElse(recorded);
  }

  private int port(int owner, int port) {
    return ports.rekeyed(port, owner == AddressTable.ABSENT ? PortKey.NONE : announced[owner]);
  }

  private static Map<InetAddress, BitSet> announcements(List<KeyedHost> hosts) {
    Map<InetAddress, BitSet> announcements = new HashMap<>();
    for (KeyedHost host : hosts) {
      BitSet bits = announcements.computeIfAbsent(host.address(), address -> new BitSet());
      host.announcedPorts().forEach(bits::set);
    }
    return announcements;
  }
}
