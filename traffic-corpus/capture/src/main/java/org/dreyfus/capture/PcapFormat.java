package org.dreyfus.capture;

import java.nio.ByteBuffer;

/** The pcap format, version 2: draft-ietf-opsawg-pcap. */
final class PcapFormat implements CaptureFormat {

  static final int MAGIC_MICROS = 0xa1b2c3d4;
  static final int MAGIC_NANOS = 0xa1b23c4d;
  static final int HEADER_LENGTH = 24;
  static final int RECORD_HEADER_LENGTH = 16;

  private static final int LENGTHS = 8;
  private static final long UNSIGNED_INT = 0xffff_ffffL;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int LINK_TYPE_MASK = 0x03ff_ffff;

  private final CaptureInput input;
  private final ByteBuffer buffer;
  private final boolean littleEndian;
  private final long nanosPerTick;
  private final int linkType;

  private PcapFormat(CaptureInput input, boolean littleEndian, long nanosPerTick)
      throws CaptureException {
    this.input = input;
    this.buffer = input.buffer();
    this.littleEndian = littleEndian;
    this.nanosPerTick = nanosPerTick;
    this.linkType = fileHeader();
  }

  static boolean begins(int magic) {
    int swapped = Integer.reverseBytes(magic);
    return magic == MAGIC_MICROS
        || magic == MAGIC_NANOS
        || swapped == MAGIC_MICROS
        || swapped == MAGIC_NANOS;
  }

  static PcapFormat open(CaptureInput input) throws CaptureException {
    int magic = input.buffer().getInt(input.at());
    boolean littleEndian = magic != MAGIC_MICROS && magic != MAGIC_NANOS;
    int canonical = littleEndian ? Integer.reverseBytes(magic) : magic;
    return new PcapFormat(input, littleEndian, canonical == MAGIC_NANOS ? 1 : 1_000);
  }

  private int fileHeader() throws CaptureException {
    if (!input.require(HEADER_LENGTH)) {
      throw damage(Problem.cutShort("pcap file header", HEADER_LENGTH, input.available()));
    }
    int version = buffer.getShort(input.at() + 4);
    int major = (littleEndian ? Short.reverseBytes((short) version) : version) & 0xffff;
    if (major != 2) {
      throw damage(
          "pcap version %d is unknown, only 2 is read; convert the file with editcap -F nsecpcap"
              .formatted(major));
    }
    int link = intAt(input.at() + 20) & LINK_TYPE_MASK;
    input.take(HEADER_LENGTH);
    return link;
  }

  @Override
  public boolean next(Frame frame, long number) throws CaptureException {
    return nextAtHand(frame, number) || nextAfterReading(frame, number);
  }

  @Override
  public boolean nextAtHand(Frame frame, long number) {
    int room = input.available() - RECORD_HEADER_LENGTH;
    if (room < 0) {
      return false;
    }
    int at = input.at();
    long lengths = longAt(at + LENGTHS);
    int captured = first(lengths);
    int onWire = second(lengths);
    if (captured > room || Problem.inLengths(captured, onWire)) {
      return false;
    }
    long time = longAt(at);
    long seconds = first(time) & UNSIGNED_INT;
    long ticks = second(time) & UNSIGNED_INT;
    frame.place(buffer, at + RECORD_HEADER_LENGTH, captured, onWire);
    frame.describe(number, seconds * NANOS_PER_SECOND + ticks * nanosPerTick, linkType);
    input.take(RECORD_HEADER_LENGTH + captured);
    return true;
  }

  private boolean nextAfterReading(Frame frame, long number) throws CaptureException {
    if (!input.require(RECORD_HEADER_LENGTH)) {
      if (input.available() == 0) {
        return false;
      }
      throw damage(Problem.cutShort("packet record", RECORD_HEADER_LENGTH, input.available()));
    }
    long lengths = longAt(input.at() + LENGTHS);
    int captured = first(lengths);
    int onWire = second(lengths);
    if (Problem.inLengths(captured, onWire)) {
      throw damage(Problem.ofLengths(captured, onWire));
    }
    int whole = RECORD_HEADER_LENGTH + captured;
    if (!input.require(whole)) {
      throw damage(Problem.cutShort("packet record", whole, input.available()));
    }
    return nextAtHand(frame, number);
  }

  /** Two numbers in one access, which costs as much as each. */
  private long longAt(int index) {
    long value = buffer.getLong(index);
    return littleEndian ? Long.reverseBytes(value) : value;
  }

  private int first(long two) {
    return (int) (littleEndian ? two : two >>> 32);
  }

  private int second(long two) {
    return (int) (littleEndian ? two >>> 32 : two);
  }

  private int intAt(int index) {
    int value = buffer.getInt(index);
    return littleEndian ? Integer.reverseBytes(value) : value;
  }

  private CaptureException damage(String problem) {
    return new CaptureException(input.name(), input.offset(), problem);
  }
}
