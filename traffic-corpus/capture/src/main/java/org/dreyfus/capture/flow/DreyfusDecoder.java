package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;

/** See {@link FlowRules#DREYFUS}. */
final class DreyfusDecoder implements PacketDecoder {

  private static final int NO_VLAN = 0;

  private final IpHeader ip = new IpHeader();
  private final FragmentTable fragments = new FragmentTable();

  @Override
  public boolean decode(Frame frame, DecodedPacket packet) {
    ByteBuffer buffer = frame.buffer();
    int end = frame.offset() + frame.capturedLength();
    int at = LinkLayer.networkOffset(frame);
    if (at == LinkLayer.NONE || !IpHeader.isAt(buffer, at, end)) {
      return false;
    }
    int onWireEnd = (int) Math.min((long) frame.offset() + frame.wireLength(), Integer.MAX_VALUE);
    boolean fragmented = innermost(buffer, at, end, onWireEnd, frame.timestampNanos());
    Transport.describe(buffer, ip, packet);
    packet.countedBytes = ip.wireEnd - ip.offset;
    if (!(ip.laterFragment && fragments.find(packet))) {
      setKey(buffer, packet.key);
    }
    if (fragmented && !ip.laterFragment) {
      fragments.remember(packet);
    }
    return true;
  }

  /**
   * Reads IP headers from the outside in. A later fragment hides what it carries.
   *
   * @return whether one of them is of a fragment; the outermost such is selected
   */
  private boolean innermost(ByteBuffer buffer, int at, int end, int onWireEnd, long nanos) {
    ip.read(buffer, at, end, onWireEnd);
    boolean fragmented = false;
    while (true) {
      if (ip.fragmented && !fragmented) {
        fragments.select(buffer, ip, nanos);
        fragmented = true;
      }
      int inner = ip.laterFragment ? LinkLayer.NONE : Tunnel.inner(buffer, ip);
      if (inner == LinkLayer.NONE) {
        return fragmented;
      }
      ip.read(buffer, inner, ip.end, ip.wireEnd);
    }
  }

  private void setKey(ByteBuffer buffer, PacketKey key) {
    boolean readable = !ip.laterFragment;
    int ports = readable ? Transport.ports(buffer, ip.protocol, ip.transportOffset, ip.end) : 0;
    int icmp = readable ? Transport.icmpPorts(buffer, ip.protocol, ip.transportOffset, ip.end) : 0;
    key.set(
        buffer,
        ip.offset,
        ip.version,
        ip.protocol,
        ports | icmp & ~IcmpPorts.ONE_WAY,
        NO_VLAN,
        (icmp & IcmpPorts.ONE_WAY) != 0);
  }
}
