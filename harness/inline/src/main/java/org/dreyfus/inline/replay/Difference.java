package org.dreyfus.inline.replay;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** In which fields a packet that arrived differs from the one that was sent. */
final class Difference {

  private static final int AT = Ethernet.HEADER;

  private Difference() {}

  /** Whether both are one packet but for what was done to it on the way: same ends, same kind. */
  static boolean isSamePacket(byte[] sent, byte[] arrived) {
    int version = IpPacket.version(sent);
    if (version == 0 || version != IpPacket.version(arrived)) {
      return false;
    }
    int addresses = IpPacket.sourceAt(sent);
    int past = addresses + 2 * IpPacket.addressLength(sent);
    return Arrays.equals(sent, addresses, past, arrived, addresses, past)
        && IpPacket.protocol(sent) == IpPacket.protocol(arrived)
        && IpPacket.fragmentOffset(sent) == IpPacket.fragmentOffset(arrived)
        && sameTransport(sent, arrived);
  }

  private static boolean sameTransport(byte[] sent, byte[] arrived) {
    int protocol = IpPacket.protocol(sent);
    boolean ports = protocol == IpPacket.TCP || protocol == IpPacket.UDP;
    if (!ports || IpPacket.fragmentOffset(sent) != 0) {
      return true;
    }
    int one = IpPacket.transportAt(sent);
    int other = IpPacket.transportAt(arrived);
    if (one + 4 > sent.length || other + 4 > arrived.length) {
      return false;
    }
    return Bytes.i32(sent, one) == Bytes.i32(arrived, other)
        && (protocol == IpPacket.UDP || isReset(sent, one) == isReset(arrived, other));
  }

  private static boolean isReset(byte[] frame, int transport) {
    return transport + 14 <= frame.length && (frame[transport + 13] & 4) != 0;
  }

  /**
   * The changed fields by name; empty when nothing was changed. What fills up a frame is not looked
   * at, nor is the IPv4 header's checksum, which follows from the rest.
   *
   * @param sent with the tag that it was sent with
   */
  static Set<String> fields(byte[] sent, byte[] arrived) {
    int end = IpPacket.end(sent);
    int ttl = IpPacket.version(sent) == 4 ? AT + 8 : AT + 7;
    boolean ipv4 = IpPacket.version(sent) == 4;
    int sum = ipv4 ? AT + 10 : end;
    boolean same =
        IpPacket.end(arrived) == end
            && Arrays.equals(sent, AT, Math.min(sum, end), arrived, AT, Math.min(sum, end))
            && (!ipv4 || Arrays.equals(sent, sum + 2, end, arrived, sum + 2, end));
    return same ? Set.of() : named(sent, arrived, ttl);
  }

  private static Set<String> named(byte[] sent, byte[] arrived, int ttl) {
    Set<String> fields = new TreeSet<>();
    if (sent[ttl] != arrived[ttl]) {
      fields.add("ip.ttl");
    }
    if (IpPacket.tag(sent) != IpPacket.tag(arrived)) {
      fields.add("ip.id");
    }
    int transport = IpPacket.transportAt(sent);
    int other = IpPacket.transportAt(arrived);
    if (!headersAlike(sent, transport, arrived, other, ttl)) {
      fields.add("ip.header");
    }
    int payload = IpPacket.payloadAt(sent);
    int otherPayload = IpPacket.payloadAt(arrived);
    if (!Arrays.equals(
        sent, payload, IpPacket.end(sent), arrived, otherPayload, IpPacket.end(arrived))) {
      fields.add("payload");
    }
    if (!Arrays.equals(sent, transport, payload, arrived, other, otherPayload)) {
      fields.addAll(transportFields(sent, transport, payload, arrived, other, otherPayload));
    }
    return fields;
  }

  /** Type of service, flags, options: what is left of the header when the other fields are. */
  private static boolean headersAlike(byte[] sent, int end, byte[] arrived, int otherEnd, int ttl) {
    if (end - AT != otherEnd - AT) {
      return false;
    }
    byte[] one = Arrays.copyOfRange(sent, AT, end);
    byte[] other = Arrays.copyOfRange(arrived, AT, otherEnd);
    boolean ipv4 = IpPacket.version(sent) == 4;
    for (byte[] header : new byte[][] {one, other}) {
      header[ttl - AT] = 0;
      Arrays.fill(header, ipv4 ? 4 : 2, ipv4 ? 6 : 6, (byte) 0);
      if (ipv4) {
        Arrays.fill(header, 2, 4, (byte) 0);
        Arrays.fill(header, 10, 12, (byte) 0);
      }
    }
    return Arrays.equals(one, other);
  }

  private static Set<String> transportFields(
      byte[] sent, int from, int to, byte[] arrived, int otherFrom, int otherTo) {
    int protocol = IpPacket.protocol(sent);
    if (protocol != IpPacket.TCP || to - from < 20 || otherTo - otherFrom < 20) {
      return Set.of(protocol == IpPacket.UDP ? "udp.header" : "transport.header");
    }
    Set<String> fields = new TreeSet<>();
    note(fields, "tcp.seq", Bytes.i32(sent, from + 4) != Bytes.i32(arrived, otherFrom + 4));
    note(fields, "tcp.ack", Bytes.i32(sent, from + 8) != Bytes.i32(arrived, otherFrom + 8));
    note(
        fields,
        "tcp.flags",
        (Bytes.u16(sent, from + 12) & 0xfff) != (Bytes.u16(arrived, otherFrom + 12) & 0xfff));
    note(fields, "tcp.window", Bytes.u16(sent, from + 14) != Bytes.u16(arrived, otherFrom + 14));
    note(
        fields,
        "tcp.options",
        !Arrays.equals(sent, from + 20, to, arrived, otherFrom + 20, otherTo));
    if (fields.isEmpty()) {
      fields.add("tcp.checksum");
    }
    return fields;
  }

  private static void note(Set<String> fields, String name, boolean differs) {
    if (differs) {
      fields.add(name);
    }
  }
}
