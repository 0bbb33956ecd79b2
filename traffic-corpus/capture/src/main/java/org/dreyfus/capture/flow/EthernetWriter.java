package org.dreyfus.capture.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.LinkType;

/**
 * Writes frames of any link type as one pcap of Ethernet frames. Others than Ethernet get a made-up
 * header, with no addresses, before their IP header; where no IP header is found, before all of the
 * frame, with the EtherType for local experiments (IEEE 802, 0x88B5). Allocates nothing per frame.
 */
public final class EthernetWriter implements AutoCloseable {

  private static final int HEADER = 14;
  private static final int TYPE = 12;
  private static final short IPV4 = (short) EtherType.IPV4;
  private static final short IPV6 = (short) EtherType.IPV6;
  private static final short EXPERIMENTAL = (short) 0x88B5;

  private final CaptureWriter writer;
  private ByteBuffer made = ByteBuffer.allocateDirect(2_048);

  /** Writes to a blocking channel, which is closed with this writer. */
  public EthernetWriter(WritableByteChannel channel) {
    this.writer = CaptureWriter.to(channel, LinkType.ETHERNET);
  }

  /** Writes one frame. */
  public void write(Frame frame) throws IOException {
    if (frame.linkType() == LinkType.ETHERNET) {
      writer.write(frame);
      return;
    }
    int network = LinkLayer.networkOffset(frame);
    int end = frame.offset() + frame.capturedLength();
    boolean found = network != LinkLayer.NONE && network < end;
    int from = found ? network : frame.offset();
    int length = end - from;
    int left = from - frame.offset();
    reserve(HEADER + length);
    made.putShort(TYPE, found ? type(frame.buffer(), from) : EXPERIMENTAL);
    made.put(HEADER, frame.buffer(), from, length);
    writer.write(
        frame.timestampNanos(), made, 0, HEADER + length, frame.wireLength() - left + HEADER);
  }

  private static short type(ByteBuffer buffer, int at) {
    return (buffer.get(at) >> 4 & 0xf) == 6 ? IPV6 : IPV4;
  }

  private void reserve(int bytes) {
    if (made.capacity() < bytes) {
      made = ByteBuffer.allocateDirect(2 * bytes);
    }
  }

  /** Hands everything written so far to the channel. */
  public void flush() throws IOException {
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
