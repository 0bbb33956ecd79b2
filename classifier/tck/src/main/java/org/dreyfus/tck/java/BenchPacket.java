package org.dreyfus.tck.java;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Packet;

/** The one view of all packets. Around each stand bytes that belong to none. */
final class BenchPacket implements Packet {

  private static final int MARGIN = 2_048;
  private static final int LARGEST_FRAME = 262_144;

  private final ByteBuffer writable = ByteBuffer.allocateDirect(LARGEST_FRAME + 2 * MARGIN);
  private final ByteBuffer readOnly = writable.asReadOnlyBuffer();
  private final long foreignSeed;
  private final DecodedPacket decoded;
  private final Frame frame;
  private Direction direction = Direction.FROM_INITIATOR;

  /**
   * @param foreignSeed of the bytes around: with the same seed, the same packet has the same
   */
  BenchPacket(Frame frame, DecodedPacket decoded, long foreignSeed) {
    this.frame = frame;
    this.decoded = decoded;
    this.foreignSeed = foreignSeed;
  }

  BenchPacket turn(Direction to) {
    direction = to;
    ByteBuffer bytes = frame.buffer().slice(frame.offset(), frame.capturedLength());
    SplittableRandom foreign = new SplittableRandom(foreignSeed + bytes.hashCode());
    for (int i = 0; i < MARGIN; i += Long.BYTES) {
      writable.putLong(i, foreign.nextLong());
      writable.putLong(MARGIN + frame.capturedLength() + i, foreign.nextLong());
    }
    writable.put(MARGIN, bytes, 0, bytes.capacity());
    return this;
  }

  /** What a place in the capture's buffer is in this one. */
  private int here(int offset) {
    return offset - frame.offset() + MARGIN;
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

  @Override
  public ByteBuffer buffer() {
    return readOnly.clear().order(ByteOrder.BIG_ENDIAN);
  }

  @Override
  public int frameOffset() {
    return MARGIN;
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
    return here(decoded.networkOffset());
  }

  @Override
  public int networkLength() {
    return decoded.networkLength();
  }

  @Override
  public int transportOffset() {
    return here(decoded.transportOffset());
  }

  @Override
  public int payloadOffset() {
    return here(decoded.payloadOffset());
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
