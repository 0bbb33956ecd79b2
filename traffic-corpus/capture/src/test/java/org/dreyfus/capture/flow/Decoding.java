package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.classifier.FlowKey;

/** Runs single frames through a decoder and shows what it found. */
final class Decoding {

  private final PacketDecoder decoder;
  private final DecodedPacket packet = new DecodedPacket();
  private final Frame frame = new Frame();
  private long timestampNanos;

  Decoding(FlowRules rules) {
    decoder = rules.newDecoder();
  }

  boolean decode(int linkType, byte[] bytes) {
    return decode(linkType, bytes, bytes.length);
  }

  boolean decode(int linkType, byte[] captured, int wireLength) {
    byte[] file = PcapBytes.ofLink(linkType).frame(timestampNanos, captured, wireLength).toBytes();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("frame", file))) {
      assertThat(reader.next(frame)).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    boolean found = decoder.decode(frame, packet);
    if (found) {
      checkOffsets();
    }
    return found;
  }

  private void checkOffsets() {
    int end = packet.networkOffset + packet.networkLength;
    assertThat(packet.networkOffset).isGreaterThanOrEqualTo(frame.offset());
    assertThat(end).isLessThanOrEqualTo(frame.offset() + frame.capturedLength());
    assertThat(packet.transportOffset).isBetween(packet.networkOffset, end);
    assertThat(packet.payloadOffset).isBetween(packet.transportOffset, end);
    assertThat(packet.payloadOffset + packet.payloadLength).isEqualTo(end);
    assertThat(packet.payloadWireBytes).isGreaterThanOrEqualTo(packet.payloadLength);
    assertThat(packet.countedBytes).isPositive();
  }

  void clock(long nanos) {
    timestampNanos = nanos;
  }

  DecodedPacket packet() {
    return packet;
  }

  FlowKey key() {
    FlowTable table = new FlowTable();
    return table.key(table.add(packet, 1, 0));
  }

  /** {@code "6 10.0.0.1:40000 > 10.0.0.2:80"}. */
  String flow() {
    FlowKey key = key();
    return "%d %s:%d > %s:%d"
        .formatted(
            key.ipProtocol(),
            key.initiator().getHostAddress(),
            key.initiatorPort(),
            key.responder().getHostAddress(),
            key.responderPort());
  }

  byte[] payload() {
    byte[] payload = new byte[packet.payloadLength];
    frame.buffer().get(packet.payloadOffset, payload);
    return payload;
  }
}
