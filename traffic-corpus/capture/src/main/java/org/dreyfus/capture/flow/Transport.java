package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;

/** Ports, flags and payload of a transport header, as far as it was captured. */
final class Transport {

  private static final int TCP_MINIMUM = 20;
  private static final int UDP_LENGTH = 8;
  private static final int ICMP_LENGTH = 8;
  private static final int ESP_LENGTH = 8;
  private static final int SCTP_LENGTH = 12;
  private static final int PORTS_LENGTH = 4;
  private static final int TCP_DATA_OFFSET = 12;
  private static final int TCP_FLAGS = 13;

  private Transport() {}

  /** Source port above destination port; 0 when there are none, or they were not captured. */
  static int ports(ByteBuffer buffer, int protocol, int at, int end) {
    return switch (protocol) {
      case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.SCTP ->
          at + PORTS_LENGTH <= end ? buffer.getInt(at) : 0;
      default -> 0;
    };
  }

  /** As {@link IcmpPorts} says; 0 for all that is not ICMP, or was not captured. */
  static int icmpPorts(ByteBuffer buffer, int protocol, int at, int end) {
    if (protocol != IpProtocol.ICMP && protocol != IpProtocol.ICMPV6 || at + 2 > end) {
      return 0;
    }
    int type = buffer.get(at) & 0xff;
    int code = buffer.get(at + 1) & 0xff;
    return protocol == IpProtocol.ICMP
        ? IcmpPorts.ofIcmp(type, code)
        : IcmpPorts.ofIcmpv6(type, code);
  }

  /** Fills everything that a packet says of its network and transport layers but the key. */
  static void describe(ByteBuffer buffer, IpHeader ip, DecodedPacket packet) {
    packet.networkOffset = ip.offset;
    packet.networkLength = ip.end - ip.offset;
    packet.ipProtocol = ip.protocol;
    packet.transportOffset = ip.transportOffset;
    packet.tcpFlags = 0;
    if (ip.laterFragment) {
      packet.payloadOffset = ip.end;
      packet.payloadLength = 0;
      packet.payloadWireBytes = ip.wireEnd - ip.transportOffset;
      return;
    }
    int headerLength;
    if (ip.protocol == IpProtocol.TCP && ip.transportOffset + TCP_FLAGS < ip.end) {
      int offsetAndFlags = buffer.getShort(ip.transportOffset + TCP_DATA_OFFSET);
      headerLength = Math.max(TCP_MINIMUM, (offsetAndFlags >>> 12 & 0x0f) * 4);
      packet.tcpFlags = offsetAndFlags & 0xff;
    } else {
      headerLength = headerLength(buffer, ip);
    }
    int payload = ip.transportOffset + headerLength;
    packet.payloadOffset = Math.min(payload, ip.end);
    packet.payloadLength = ip.end - packet.payloadOffset;
    packet.payloadWireBytes = Math.max(0, ip.wireEnd - payload);
  }

  private static int headerLength(ByteBuffer buffer, IpHeader ip) {
    return switch (ip.protocol) {
      case IpProtocol.TCP -> tcpLength(buffer, ip.transportOffset, ip.end);
      case IpProtocol.UDP -> UDP_LENGTH;
      case IpProtocol.ICMP, IpProtocol.ICMPV6 -> ICMP_LENGTH;
      case IpProtocol.ESP -> ESP_LENGTH;
      case IpProtocol.SCTP -> SCTP_LENGTH;
      case IpProtocol.AH -> authenticationLength(buffer, ip.transportOffset, ip.end);
      default -> 0;
    };
  }

  /** RFC 9293. */
  private static int tcpLength(ByteBuffer buffer, int at, int end) {
    return at + TCP_DATA_OFFSET < end
        ? Math.max(TCP_MINIMUM, (buffer.get(at + TCP_DATA_OFFSET) >>> 4 & 0x0f) * 4)
        : TCP_MINIMUM;
  }

  /** RFC 4302. */
  private static int authenticationLength(ByteBuffer buffer, int at, int end) {
    return at + 2 <= end ? ((buffer.get(at + 1) & 0xff) + 2) * 4 : 12;
  }
}
