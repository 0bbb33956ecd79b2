package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;

/**
 * Finds the first IP or ARP header behind a link-layer header, and rewrites MAC addresses on the
 * way.
 */
final class LinkHeader {

  static final int ETHERTYPE_IPV4 = 0x0800;
  static final int ETHERTYPE_ARP = 0x0806;
  static final int ETHERTYPE_IPV6 = 0x86dd;

  private static final int VLAN = 0x8100;
  private static final int QINQ = 0x88a8;
  private static final int LINKTYPE_ETHERNET = 1;
  private static final int LINKTYPE_LINUX_SLL = 113;
  private static final int LINKTYPE_LINUX_SLL2 = 276;
  private static final int LINKTYPE_NULL = 0;
  private static final int LINKTYPE_LOOP = 108;

  private final MacKey macs;

  /** EtherType of what follows; 0 when it is none that re-keying knows. */
  private int etherType;

  /** Where it starts in the frame's buffer. */
  private int networkOffset;

  LinkHeader(MacKey macs) {
    this.macs = macs;
  }

  MacKey macs() {
    return macs;
  }

  int etherType() {
    return etherType;
  }

  int networkOffset() {
    return networkOffset;
  }

  void rewrite(Frame frame) {
    etherType = 0;
    switch (frame.linkType()) {
      case LINKTYPE_ETHERNET -> ethernet(frame);
      case LINKTYPE_LINUX_SLL -> cooked(frame, 16, 14, 6, 4);
      case LINKTYPE_LINUX_SLL2 -> cooked(frame, 20, 0, 12, 11);
      case LINKTYPE_NULL, LINKTYPE_LOOP -> rawIp(frame, 4);
      default -> rawIp(frame, 0);
    }
  }

  private void ethernet(Frame frame) {
    ByteBuffer buffer = frame.buffer();
    int end = frame.offset() + frame.capturedLength();
    if (frame.capturedLength() < 14) {
      return;
    }
    macs.rewrite(buffer, frame.offset());
    macs.rewrite(buffer, frame.offset() + MacKey.LENGTH);
    int at = frame.offset() + 12;
    int type = buffer.getShort(at) & 0xffff;
    while ((type == VLAN || type == QINQ) && at + 6 <= end) {
      at += 4;
      type = buffer.getShort(at) & 0xffff;
    }
    etherType = type;
    networkOffset = at + 2;
  }

  /** Linux cooked capture, LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2. */
  private void cooked(Frame frame, int headerLength, int typeAt, int macAt, int macLengthAt) {
    if (frame.capturedLength() < headerLength) {
      return;
    }
    ByteBuffer buffer = frame.buffer();
    boolean hasMac =
        frame.linkType() == LINKTYPE_LINUX_SLL
            ? buffer.getShort(frame.offset() + macLengthAt) == MacKey.LENGTH
            : buffer.get(frame.offset() + macLengthAt) == MacKey.LENGTH;
    if (hasMac) {
      macs.rewrite(buffer, frame.offset() + macAt);
    }
    etherType = buffer.getShort(frame.offset() + typeAt) & 0xffff;
    networkOffset = frame.offset() + headerLength;
  }

  private void rawIp(Frame frame, int skip) {
    if (frame.capturedLength() <= skip) {
      return;
    }
    networkOffset = frame.offset() + skip;
    int version = (frame.buffer().get(networkOffset) & 0xff) >>> 4;
    etherType = version == 4 ? ETHERTYPE_IPV4 : version == 6 ? ETHERTYPE_IPV6 : 0;
  }
}
