package org.dreyfus.capture.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Packet;

/** The current packet as classifiers see it. */
final class PacketView implements Packet {

  private Frame frame = new Frame();
  private DecodedPacket decoded = new DecodedPacket();
  private ByteBuffer writable = frame.buffer();
  private ByteBuffer readOnly = writable.asReadOnlyBuffer();
  private Direction direction = Direction.FROM_INITIATOR;

  void turn(Frame toFrame, DecodedPacket toPacket, Direction to) {
    frame = toFrame;
    decoded = toPacket;
    direction = to;
    if (frame.buffer() != writable) {
      writable = frame.buffer();
      readOnly = writable.asReadOnlyBuffer();
    }
  }

  @Override
  public long number() {
    return frame.number();
  }

  @Override
  public long timestampNanos() {
    return frame.timestampNanos();
  }

  @Override
  public Direction direction() {
    return direction;
  }

  /** Undoes what an earlier caller did to limit and byte order. */
  @Override
  public ByteBuffer buffer() {
    return readOnly.clear().order(ByteOrder.BIG_ENDIAN);
  }

  @Override
  public int frameOffset() {
    return frame.offset();
  }

  @Override
  public int capturedLength() {
    return frame.capturedLength();
  }

  @Override
  public int wireLength() {
    return frame.wireLength();
  }

  @Override
  public int networkOffset() {
    return decoded.networkOffset();
  }

  @Override
  public int networkLength() {
    return decoded.networkLength();
  }

  @Override
  public int transportOffset() {
    return decoded.transportOffset();
  }

  @Override
  public int payloadOffset() {
    return decoded.payloadOffset();
  }

  @Override
  public int payloadLength() {
    return decoded.payloadLength();
  }

  @Override
  public int tcpFlags() {
    return decoded.tcpFlags();
  }
}
