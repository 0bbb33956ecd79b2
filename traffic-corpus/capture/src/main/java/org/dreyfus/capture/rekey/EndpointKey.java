package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites an address and the port beside it. Works on a capture's bytes; caches what it maps. */
final class EndpointKey {

  private final AddressKey addresses;
  private final PortKey ports;
  private final Map<InetAddress, Set<Integer>> announced = new HashMap<>();

  EndpointKey(AddressKey addresses, PortKey ports, List<KeyedHost> hosts) {
    this.addresses = addresses;
    this.ports = ports;
    for (KeyedHost host : hosts) {
      announced.merge(host.address(), host.announcedPorts(), EndpointKey::union);
    }
  }

  /** The recorded address at that place. */
  InetAddress addressAt(ByteBuffer buffer, int offset, int length) {
    byte[] bytes = new byte[length];
    buffer.get(offset, bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }

  /** Rewrites an address in place and counts the change. */
  void rewriteAddress(ByteBuffer buffer, int offset, InetAddress recorded, ChecksumDelta checksum) {
    addresses
        .rekeyed(recorded)
        .ifPresent(to -> overwrite(buffer, offset, to.getAddress(), checksum));
  }

  /** Rewrites a 16-bit port in place and counts the change. */
  void rewritePort(ByteBuffer buffer, int offset, InetAddress owner, ChecksumDelta checksum) {
    int before = buffer.getShort(offset) & 0xffff;
    int after = ports.rekeyed(before, announced.getOrDefault(owner, Set.of())::contains);
    buffer.putShort(offset, (short) after);
    checksum.changed16(before, after);
  }

  private static void overwrite(
      ByteBuffer buffer, int offset, byte[] bytes, ChecksumDelta checksum) {
    for (int i = 0; i < bytes.length; i++) {
      checksum.changed(i, buffer.get(offset + i), bytes[i]);
      buffer.put(offset + i, bytes[i]);
    }
  }

  private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
    Set<Integer> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }
}
