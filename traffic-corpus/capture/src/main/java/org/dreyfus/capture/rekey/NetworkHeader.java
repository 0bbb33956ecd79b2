package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;

/** Rewrites IP, ARP, TCP, UDP and ICMP headers, nested IP included, with their checksums. */
final class NetworkHeader {

  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP = 1;
  static final int ICMPV6 = 58;
  static final int IP_IN_IP = 4;
  static final int IPV6_IN_IP = 41;

  private final EndpointKey endpoints;
  private final ChecksumDelta addressChange = new ChecksumDelta();
  private final ChecksumDelta transportChange = new ChecksumDelta();

  NetworkHeader(EndpointKey endpoints) {
    this.endpoints = endpoints;
  }

  /** Where the transport header starts; the end of the frame when there is none. RFC 791, 8200. */
  static int transportOffset(ByteBuffer buffer, int network, int end) {
    if (network >= end) {
      return end;
    }
    int first = buffer.get(network) & 0xff;
    if (first >>> 4 == 4) {
      return Math.min(end, network + (first & 15) * 4);
    }
    return Ipv6Headers.transportOffset(buffer, network, end);
  }

  void rewrite(Frame frame, int offset) {
    addressChange.clear();
    rewriteIp(frame.buffer(), offset, frame.offset() + frame.capturedLength(), addressChange);
  }

  /** Adds to {@code changed} what the pseudo header of the transport loses and gains. */
  private void rewriteIp(ByteBuffer buffer, int at, int end, ChecksumDelta changed) {
    if (at >= end) {
      return;
    }
    int version = (buffer.get(at) & 0xff) >>> 4;
    if (version == 4 && at + 20 <= end) {
      rewriteIpv4(buffer, at, end, changed);
    } else if (version == 6 && at + 40 <= end) {
      rewriteIpv6(buffer, at, end, changed);
    }
  }

  private void rewriteIpv4(ByteBuffer buffer, int at, int end, ChecksumDelta changed) {
    int source = endpoints.ipv4Owner(buffer, at + 12);
    int destination = endpoints.ipv4Owner(buffer, at + 16);
    endpoints.rewriteAddress(buffer, at + 12, source, changed);
    endpoints.rewriteAddress(buffer, at + 16, destination, changed);
    buffer.putShort(at + 10, (short) changed.appliedTo(buffer.getShort(at + 10)));
    boolean laterFragment = (buffer.getShort(at + 6) & 0x1fff) != 0;
    if (!laterFragment) {
      int protocol = buffer.get(at + 9) & 0xff;
      int transport = transportOffset(buffer, at, end);
      rewriteTransport(buffer, protocol, transport, end, source, destination, changed);
    }
  }

  private void rewriteIpv6(ByteBuffer buffer, int at, int end, ChecksumDelta changed) {
    int source = endpoints.ipv6Owner(buffer, at + 8);
    int destination = endpoints.ipv6Owner(buffer, at + 24);
    endpoints.rewriteAddress(buffer, at + 8, source, changed);
    endpoints.rewriteAddress(buffer, at + 24, destination, changed);
    Ipv6Headers.Last last = Ipv6Headers.last(buffer, at, end);
    if (!last.laterFragment()) {
      rewriteTransport(buffer, last.protocol(), last.offset(), end, source, destination, changed);
    }
  }

  private void rewriteTransport(
      ByteBuffer buffer,
      int protocol,
      int at,
      int end,
      int source,
      int destination,
      ChecksumDelta changed) {
    switch (protocol) {
      case TCP, UDP -> {
        if (at + 4 <= end) {
          transportChange.clear();
          endpoints.rewritePort(buffer, at, source, transportChange);
          endpoints.rewritePort(buffer, at + 2, destination, transportChange);
          transportChange.add(changed);
          TransportChecksum.apply(transportChange, buffer, protocol, at, end);
        }
      }
      case ICMP -> rewriteIcmp(buffer, at, end, Icmp.isError(buffer, at, end), new ChecksumDelta());
      case ICMPV6 -> rewriteIcmp(buffer, at, end, Icmp.isErrorV6(buffer, at, end), changed.copy());
      case IP_IN_IP, IPV6_IN_IP -> rewriteIp(buffer, at, end, new ChecksumDelta());
      default -> {}
    }
  }

  /** An ICMP error quotes the packet it complains of: RFC 792, RFC 4443. */
  private void rewriteIcmp(
      ByteBuffer buffer, int at, int end, boolean quotes, ChecksumDelta change) {
    if (at + Icmp.HEADER_BYTES > end) {
      return;
    }
    if (quotes) {
      byte[] before = Icmp.quote(buffer, at, end);
      rewriteIp(buffer, at + Icmp.HEADER_BYTES, end, new ChecksumDelta());
      Icmp.addChanges(before, buffer, at, change);
    }
    buffer.putShort(at + 2, (short) change.appliedTo(buffer.getShort(at + 2)));
  }

  /** ARP for IPv4 over Ethernet, RFC 826. */
  void rewriteArp(Frame frame, int at, MacKey macs) {
    ByteBuffer buffer = frame.buffer();
    boolean ethernetAndIpv4 =
        at + 28 <= frame.offset() + frame.capturedLength()
            && buffer.getInt(at) == 0x0001_0800
            && buffer.getShort(at + 4) == 0x0604;
    if (!ethernetAndIpv4) {
      return;
    }
    ChecksumDelta none = new ChecksumDelta();
    macs.rewrite(buffer, at + 8);
    endpoints.rewriteAddress(buffer, at + 14, endpoints.ipv4Owner(buffer, at + 14), none);
    macs.rewrite(buffer, at + 18);
    endpoints.rewriteAddress(buffer, at + 24, endpoints.ipv4Owner(buffer, at + 24), none);
  }
}
