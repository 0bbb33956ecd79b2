package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FrameRewriter;

/**
 * Takes from headers what tells hosts apart: time to live becomes 64, TCP time stamps (RFC 7323)
 * become 0. What still works does not hang on them.
 */
public final class HeaderNormaliser implements FrameRewriter {

  private static final byte TIME_TO_LIVE = 64;
  private static final int TIMESTAMPS = 8;
  private static final int TIMESTAMPS_BYTES = 10;

  private final LinkHeader link = new LinkHeader(new MacKey(new byte[0]));
  private final ChecksumDelta change = new ChecksumDelta();

  @Override
  public void rewrite(Frame frame) {
    link.rewrite(frame);
    ByteBuffer buffer = frame.buffer();
    int at = link.networkOffset();
    int end = frame.offset() + frame.capturedLength();
    if (link.etherType() == LinkHeader.ETHERTYPE_IPV4 && at + 20 <= end) {
      change.clear();
      change.changed(0, buffer.get(at + 8), TIME_TO_LIVE);
      buffer.put(at + 8, TIME_TO_LIVE);
      buffer.putShort(at + 10, (short) change.appliedTo(buffer.getShort(at + 10)));
      boolean first = (buffer.getShort(at + 6) & 0x1fff) == 0;
      if (first && buffer.get(at + 9) == NetworkHeader.TCP) {
        normaliseTcp(buffer, NetworkHeader.transportOffset(buffer, at, end), end);
      }
    } else if (link.etherType() == LinkHeader.ETHERTYPE_IPV6 && at + 40 <= end) {
      buffer.put(at + 7, TIME_TO_LIVE);
      Ipv6Headers.Last last = Ipv6Headers.last(buffer, at, end);
      if (!last.laterFragment() && last.protocol() == NetworkHeader.TCP) {
        normaliseTcp(buffer, last.offset(), end);
      }
    }
  }

  private void normaliseTcp(ByteBuffer buffer, int transport, int end) {
    if (transport + 20 > end) {
      return;
    }
    int options = Math.min(end, transport + (buffer.get(transport + 12) >> 4 & 15) * 4);
    change.clear();
    int at = transport + 20;
    while (at < options && buffer.get(at) != 0) {
      int kind = buffer.get(at);
      int length = kind == 1 || at + 1 >= options ? 1 : Math.max(1, buffer.get(at + 1) & 0xff);
      if (kind == TIMESTAMPS && length == TIMESTAMPS_BYTES && at + length <= options) {
        for (int i = at + 2; i < at + length; i++) {
          change.changed(i - transport, buffer.get(i), 0);
          buffer.put(i, (byte) 0);
        }
      }
      at += length;
    }
    TransportChecksum.apply(change, buffer, NetworkHeader.TCP, transport, end);
  }
}
