package org.dreyfus.capture.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Packet;

/** The current packet as classifiers see it. */
final class PacketView implements Packet {

  private final Frame frame;
  private final DecodedPacket decoded;
  private ByteBuffer writable;
  private ByteBuffer readOnly;
  private Direction direction = Direction.FROM_INITIATOR;

  PacketView(Frame frame, DecodedPacket decoded) {
    this.frame = frame;
    this.decoded = decoded;
    this.writable = frame.buffer();
    this.readOnly = writable.asReadOnlyBuffer();
  }

  void turn(Direction to) {
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
