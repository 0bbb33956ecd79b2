package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;

/**
 * See {@link FlowRules#NDPI}. Accepts and drops what ndpiReader 4.2 accepts and drops, its
 * shortcuts included: behind the link layer only the version nibble tells that a packet is IP.
 */
final class NdpiDecoder implements PacketDecoder {

  private static final int SHORTEST_FRAME = 28;
  private static final int TCP_MINIMUM = 20;
  private static final int UDP_LENGTH = 8;
  private static final int FRAGMENT_OFFSET = 0x1fff;
  private static final int VERSION_SHIFT = 60;

  private final NdpiLinkLayer link = new NdpiLinkLayer();
  private final NdpiIpv6 ipv6 = new NdpiIpv6();
  private final IpHeader ip = new IpHeader();

  @Override
  public boolean decode(Frame frame, DecodedPacket packet) {
    if (frame.capturedLength() < SHORTEST_FRAME || !link.read(frame)) {
      return false;
    }
    ByteBuffer buffer = frame.buffer();
    int end = frame.offset() + frame.capturedLength();
    if (!innermost(buffer, link.networkOffset, end)) {
      return false;
    }
    Transport.describe(buffer, ip, packet);
    packet.countedBytes = frame.capturedLength();
    int transportLength = ip.end - ip.transportOffset;
    boolean hasPorts =
        ip.protocol == IpProtocol.TCP && transportLength >= TCP_MINIMUM
            || ip.protocol == IpProtocol.UDP && transportLength >= UDP_LENGTH;
    int ports = hasPorts ? buffer.getInt(ip.transportOffset) : 0;
    packet.key.set(buffer, ip.offset, ip.version, ip.protocol, ports, link.vlan, false);
    return true;
  }

  /** Reads headers from the outside in until one carries something else than IP. */
  private boolean innermost(ByteBuffer buffer, int offset, int end) {
    int at = offset;
    int fragmentOffset = 0;
    while (at + IpHeader.IPV4_MINIMUM <= end) {
      long first = buffer.getLong(at);
      if (link.etherType == EtherType.IPV4) {
        fragmentOffset = (int) first & FRAGMENT_OFFSET;
      }
      int next =
          switch ((int) (first >>> VERSION_SHIFT)) {
            case PacketKey.IPV4 -> ipv4(buffer, at, end, (int) (first >>> 32), fragmentOffset);
            case PacketKey.IPV6 -> ipv6(buffer, at, end);
            default -> LinkLayer.NONE;
          };
      if (next == at) {
        return true;
      }
      if (next == LinkLayer.NONE) {
        return false;
      }
      at = next;
    }
    return false;
  }

  /** Returns {@code at} when this is the innermost header, the next one's place, or NONE. */
  private int ipv4(ByteBuffer buffer, int at, int end, int first, int fragmentOffset) {
    int headerLength = (first >>> 24 & 0x0f) * 4;
    int total = first & 0xffff;
    int protocol = buffer.get(at + 9) & 0xff;
    if ((protocol == IpProtocol.IPV4 || protocol == IpProtocol.IPV6) && headerLength > 0) {
      return at + headerLength;
    }
    boolean whole = headerLength <= total && total <= end - at;
    return fragmentOffset == 0 && whole
        ? found(at, PacketKey.IPV4, protocol, at + headerLength, at + total)
        : LinkLayer.NONE;
  }

  private int ipv6(ByteBuffer buffer, int at, int end) {
    if (!ipv6.read(buffer, at, end)) {
      return LinkLayer.NONE;
    }
    return ipv6.protocol == IpProtocol.IPV4 || ipv6.protocol == IpProtocol.IPV6
        ? ipv6.transportOffset
        : found(
            at,
            PacketKey.IPV6,
            ipv6.protocol,
            ipv6.transportOffset,
            ipv6.transportOffset + ipv6.transportLength);
  }

  private int found(int at, int version, int protocol, int transportOffset, int end) {
    ip.offset = at;
    ip.version = version;
    ip.protocol = protocol;
    ip.transportOffset = transportOffset;
    ip.end = end;
    ip.wireEnd = end;
    ip.laterFragment = false;
    return at;
  }
}
