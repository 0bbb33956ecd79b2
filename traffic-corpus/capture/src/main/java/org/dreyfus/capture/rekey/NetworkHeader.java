package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;

/** Rewrites IP, ARP, TCP, UDP and ICMP headers, nested IP included, with their checksums. */
final class NetworkHeader {

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int IP_IN_IP = 4;
  private static final int IPV6_IN_IP = 41;

  private final EndpointKey endpoints;

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

  void rewrite(Frame frame, int offset, ChecksumDelta inPayload) {
    rewriteIp(frame.buffer(), offset, frame.offset() + frame.capturedLength(), inPayload);
  }

  private ChecksumDelta rewriteIp(ByteBuffer buffer, int at, int end, ChecksumDelta inPayload) {
    ChecksumDelta addressChange = new ChecksumDelta();
    if (at >= end) {
      return addressChange;
    }
    int version = (buffer.get(at) & 0xff) >>> 4;
    if (version == 4 && at + 20 <= end) {
      InetAddress source = endpoints.addressAt(buffer, at + 12, 4);
      InetAddress destination = endpoints.addressAt(buffer, at + 16, 4);
      endpoints.rewriteAddress(buffer, at + 12, source, addressChange);
      endpoints.rewriteAddress(buffer, at + 16, destination, addressChange);
      buffer.putShort(at + 10, (short) addressChange.appliedTo(buffer.getShort(at + 10)));
      boolean laterFragment = (buffer.getShort(at + 6) & 0x1fff) != 0;
      if (!laterFragment) {
        int protocol = buffer.get(at + 9) & 0xff;
        int transport = transportOffset(buffer, at, end);
        rewriteTransport(
            buffer, protocol, transport, end, source, destination, addressChange, inPayload);
      }
    } else if (version == 6 && at + 40 <= end) {
      InetAddress source = endpoints.addressAt(buffer, at + 8, 16);
      InetAddress destination = endpoints.addressAt(buffer, at + 24, 16);
      endpoints.rewriteAddress(buffer, at + 8, source, addressChange);
      endpoints.rewriteAddress(buffer, at + 24, destination, addressChange);
      Ipv6Headers.Last last = Ipv6Headers.last(buffer, at, end);
      if (!last.laterFragment()) {
        rewriteTransport(
            buffer,
            last.protocol(),
            last.offset(),
            end,
            source,
            destination,
            addressChange,
            inPayload);
      }
    }
    return addressChange;
  }

  private void rewriteTransport(
      ByteBuffer buffer,
      int protocol,
      int at,
      int end,
      InetAddress source,
      InetAddress destination,
      ChecksumDelta addressChange,
      ChecksumDelta inPayload) {
    switch (protocol) {
      case TCP, UDP -> {
        if (at + 4 > end) {
          return;
        }
        ChecksumDelta change = new ChecksumDelta();
        endpoints.rewritePort(buffer, at, source, change);
        endpoints.rewritePort(buffer, at + 2, destination, change);
        change.add(addressChange);
        change.add(inPayload);
        int checksumAt = protocol == TCP ? at + 16 : at + 6;
        if (checksumAt + 2 <= end) {
          int before = buffer.getShort(checksumAt);
          int after = protocol == TCP ? change.appliedTo(before) : change.appliedToUdp(before);
          buffer.putShort(checksumAt, (short) after);
        }
      }
      case ICMP -> rewriteIcmp(buffer, at, end, isIcmpError(buffer, at, end), new ChecksumDelta());
      case ICMPV6 ->
          rewriteIcmp(
              buffer, at, end, at < end && (buffer.get(at) & 0x80) == 0, copyOf(addressChange));
      case IP_IN_IP, IPV6_IN_IP -> rewriteIp(buffer, at, end, inPayload);
      default -> {}
    }
  }

  /** An ICMP error quotes the packet it complains of: RFC 792, RFC 4443. */
  private void rewriteIcmp(
      ByteBuffer buffer, int at, int end, boolean quotes, ChecksumDelta change) {
    if (at + 8 > end) {
      return;
    }
    if (quotes) {
      byte[] before = new byte[end - at - 8];
      buffer.get(at + 8, before);
      rewriteIp(buffer, at + 8, end, new ChecksumDelta());
      for (int i = 0; i < before.length; i++) {
        change.changed(i, before[i], buffer.get(at + 8 + i));
      }
    }
    buffer.putShort(at + 2, (short) change.appliedTo(buffer.getShort(at + 2)));
  }

  private static boolean isIcmpError(ByteBuffer buffer, int at, int end) {
    if (at >= end) {
      return false;
    }
    int type = buffer.get(at) & 0xff;
    return type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
  }

  private static ChecksumDelta copyOf(ChecksumDelta delta) {
    ChecksumDelta copy = new ChecksumDelta();
    copy.add(delta);
    return copy;
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
    endpoints.rewriteAddress(buffer, at + 14, endpoints.addressAt(buffer, at + 14, 4), none);
    macs.rewrite(buffer, at + 18);
    endpoints.rewriteAddress(buffer, at + 24, endpoints.addressAt(buffer, at + 24, 4), none);
  }
}
