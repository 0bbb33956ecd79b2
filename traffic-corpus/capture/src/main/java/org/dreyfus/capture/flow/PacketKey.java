package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;

/**
 * The 5-tuple of a packet in words, the same for both directions: the lower endpoint (address, then
 * port) stands first.
 *
 * <p>IPv4 fills two words: {@code word0} = low address (32 bits), low port (16), upper half of the
 * high address; {@code word1} = lower half of it, high port, {@code meta}. IPv6 fills all five: low
 * address in {@code word0} and {@code word2}, high address in {@code word3} and {@code word4},
 * {@code word1} = low port, high port, {@code meta}.
 */
final class PacketKey {

  /** Bit of {@code meta}: the packets of a flow all go one way. */
  static final int ONE_WAY = 0x80;

  static final int IPV4 = 4;
  static final int IPV6 = 6;
  static final int VERSION_MASK = 0x0f;

  private static final long UNSIGNED_INT = 0xffff_ffffL;
  private static final int IPV4_SOURCE = 12;
  private static final int IPV6_SOURCE = 8;

  long word0;
  long word1;
  long word2;
  long word3;
  long word4;

  /** Whether the packet's sender is the endpoint that stands first. */
  boolean fromLow;

  /**
   * Fills the key from an IP header.
   *
   * @param version 4 or 6
   * @param ports source port in the upper 16 bits, destination port in the lower
   * @param oneWay whether answers are flows of their own: then the sender stands first
   */
  void set(
      ByteBuffer buffer,
      int network,
      int version,
      int ipProtocol,
      int ports,
      int vlan,
      boolean oneWay) {
    long meta = (long) ipProtocol << 24 | (long) vlan << 8 | (oneWay ? ONE_WAY : 0) | version;
    if (version == IPV4) {
      setIpv4(buffer, network, ports, meta, oneWay);
    } else {
      setIpv6(buffer, network, ports, meta, oneWay);
    }
  }

  private void setIpv4(ByteBuffer buffer, int network, int ports, long meta, boolean oneWay) {
    long addresses = buffer.getLong(network + IPV4_SOURCE);
    long source = addresses >>> 32 << 16 | (ports >>> 16 & 0xffff);
    long destination = (addresses & UNSIGNED_INT) << 16 | (ports & 0xffff);
    fromLow = oneWay || source <= destination;
    long low = fromLow ? source : destination;
    long high = fromLow ? destination : source;
    word0 = low << 16 | high >>> 32;
    word1 = high << 32 | meta;
    word2 = 0;
    word3 = 0;
    word4 = 0;
  }

  private void setIpv6(ByteBuffer buffer, int network, int ports, long meta, boolean oneWay) {
    long source0 = buffer.getLong(network + IPV6_SOURCE);
    long source1 = buffer.getLong(network + IPV6_SOURCE + 8);
    long destination0 = buffer.getLong(network + IPV6_SOURCE + 16);
    long destination1 = buffer.getLong(network + IPV6_SOURCE + 24);
    int order = Long.compareUnsigned(source0, destination0);
    if (order == 0) {
      order = Long.compareUnsigned(source1, destination1);
    }
    if (order == 0) {
      order = Integer.compare(ports >>> 16, ports & 0xffff);
    }
    fromLow = oneWay || order <= 0;
    word0 = fromLow ? source0 : destination0;
    word2 = fromLow ? source1 : destination1;
    word3 = fromLow ? destination0 : source0;
    word4 = fromLow ? destination1 : source1;
    long ordered = (fromLow ? ports : Integer.rotateLeft(ports, 16)) & UNSIGNED_INT;
    word1 = ordered << 32 | meta;
  }

  static boolean isIpv4(long word1) {
    return (word1 & VERSION_MASK) == IPV4;
  }

  /** Well-mixed bits of the key. */
  long hash(long seed) {
    long hash = mix(word0 ^ seed);
    hash = mix(hash ^ word1);
    if (!isIpv4(word1)) {
      hash = mix(hash ^ word2);
      hash = mix(hash ^ word3);
      hash = mix(hash ^ word4);
    }
    return hash;
  }

  /** Well-mixed bits of the two addresses, whichever stands first; the same at every run. */
  long addressHash() {
    return isIpv4(word1)
        ? mix(mix(word0 >>> 32) + mix((word0 << 16 | word1 >>> 48) & UNSIGNED_INT))
        : mix(mix(mix(word0) + word2) + mix(mix(word3) + word4));
  }

  /** Stafford's variant 13 of the 64-bit finaliser of MurmurHash3, shortened by one round. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    return (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
  }
}
