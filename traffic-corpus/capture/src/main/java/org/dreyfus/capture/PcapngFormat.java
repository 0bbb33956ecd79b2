package org.dreyfus.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The pcapng format: draft-ietf-opsawg-pcapng. Sections, interfaces, and the three kinds of packet
 * blocks are read, and comments when they are asked for; all other blocks and all options but a
 * timestamp's resolution and offset are passed over.
 */
final class PcapngFormat implements CaptureFormat {

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;

  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int BLOCK_HEADER_LENGTH = 8;
  private static final int BLOCK_FRAME_LENGTH = 12;
  private static final int TRAILER_LENGTH = 4;
  private static final int SECTION_BODY_LENGTH = 16;
  private static final int LONG_PACKET_BODY_LENGTH = 20;
  private static final int SIMPLE_PACKET_BODY_LENGTH = 4;

  private final CaptureInput input;
  private final ByteBuffer buffer;
  private final List<PcapngInterface> interfaces = new ArrayList<>();
  private boolean littleEndian;
  private long lastTimestampNanos;

  /** Of the block that the last frame lies in. */
  private long blockOffset;

  private long blockLength;
  private long unreadBlockBytes;
  private boolean insideBlock;

  private final boolean keepsComments;
  private final List<String> sectionComments = new ArrayList<>();
  private List<String> comments = List.of();
  private long repairedTimes;

  PcapngFormat(CaptureInput input, boolean keepsComments) {
    this.input = input;
    this.buffer = input.buffer();
    this.keepsComments = keepsComments;
  }

  static boolean begins(int magic) {
    return magic == SECTION_HEADER;
  }

  @Override
  public boolean next(Frame frame, long number) throws CaptureException {
    while (true) {
      if (insideBlock) {
        finishBlock();
      }
      blockOffset = input.offset();
      if (!input.require(BLOCK_HEADER_LENGTH)) {
        if (input.available() == 0) {
          return false;
        }
        throw damage(Problem.cutShort("block", BLOCK_FRAME_LENGTH, input.available()));
      }
      if (block(frame, number)) {
        return true;
      }
    }
  }

  @Override
  public boolean nextAtHand(Frame frame, long number) throws CaptureException {
    long block = insideBlock ? unreadBlockBytes + TRAILER_LENGTH : 0;
    long room = input.available() - block;
    if (room < BLOCK_FRAME_LENGTH) {
      return false;
    }
    int at = input.at() + (int) block;
    boolean whole = (intAt(at + 4) & 0xffff_ffffL) <= room;
    return whole && isPacket(intAt(at)) && next(frame, number);
  }

  private static boolean isPacket(int type) {
    return type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OLD_PACKET;
  }

  /** Reads one block up to what is passed over. */
  private boolean block(Frame frame, long number) throws CaptureException {
    int type = intAt(input.at());
    if (type == SECTION_HEADER) {
      learnByteOrder();
    }
    blockLength = intAt(input.at() + 4) & 0xffff_ffffL;
    if (blockLength < BLOCK_FRAME_LENGTH || blockLength % 4 != 0) {
      throw damage(Problem.impossible("block length", blockLength, "a multiple of 4, 12 or more"));
    }
    input.take(BLOCK_HEADER_LENGTH);
    unreadBlockBytes = blockLength - BLOCK_FRAME_LENGTH;
    insideBlock = true;
    return switch (type) {
      case SECTION_HEADER -> sectionHeader();
      case INTERFACE_DESCRIPTION -> interfaceDescription();
      case ENHANCED_PACKET -> longPacket(frame, number, true);
      case OLD_PACKET -> longPacket(frame, number, false);
      case SIMPLE_PACKET -> simplePacket(frame, number);
      default -> false;
    };
  }

  /** Passes over what is left of the block and checks that its length is repeated at its end. */
  private void finishBlock() throws CaptureException {
    insideBlock = false;
    if (!input.skip(unreadBlockBytes) || !input.require(TRAILER_LENGTH)) {
      long have = input.offset() + input.available() - blockOffset;
      throw damage(Problem.cutShort("block", blockLength, (int) Math.min(have, blockLength)));
    }
    long repeated = intAt(input.at()) & 0xffff_ffffL;
    if (repeated != blockLength) {
      throw damage(
          Problem.impossible("block length", blockLength, "at the block's end it is " + repeated));
    }
    input.take(TRAILER_LENGTH);
  }

  private void learnByteOrder() throws CaptureException {
    if (!input.require(BLOCK_HEADER_LENGTH + 4)) {
      throw damage(Problem.cutShort("section header", BLOCK_HEADER_LENGTH + 4, input.available()));
    }
    int magic = buffer.getInt(input.at() + BLOCK_HEADER_LENGTH);
    littleEndian = magic != BYTE_ORDER_MAGIC;
    if (littleEndian && Integer.reverseBytes(magic) != BYTE_ORDER_MAGIC) {
      throw damage(
          Problem.impossible("byte-order magic", magic & 0xffff_ffffL, "0x1a2b3c4d is 439041101"));
    }
  }

  private boolean sectionHeader() throws CaptureException {
    needBody(SECTION_BODY_LENGTH, "section header");
    int major = shortAt(input.at() + 4);
    if (major != 1) {
      throw damage(
          "pcapng version %d is unknown, only 1 is read; convert the file with editcap -F pcapng"
              .formatted(major));
    }
    interfaces.clear();
    if (keepsComments) {
      readSectionComments();
    }
    return false;
  }

  private boolean interfaceDescription() throws CaptureException {
    long body = unreadBlockBytes;
    int readable = (int) Math.min(body, PcapngInterface.MAXIMUM_BODY_LENGTH);
    needBody(Math.max(readable, PcapngInterface.FIXED_LENGTH), "interface description");
    interfaces.add(PcapngInterface.read(buffer, input.at(), readable, littleEndian));
    return false;
  }

  private boolean longPacket(Frame frame, long number, boolean enhanced) throws CaptureException {
    needBody(LONG_PACKET_BODY_LENGTH, "packet block");
    int at = input.at();
    int id = enhanced ? intAt(at) : shortAt(at);
    int captured = intAt(at + 12);
    PcapngInterface source = interfaceOf(id & 0xffff_ffffL);
    long ticks = ((long) intAt(at + 4) << 32) | (intAt(at + 8) & 0xffff_ffffL);
    lastTimestampNanos = time(source.clock(), ticks);
    data(frame, LONG_PACKET_BODY_LENGTH, captured, intAt(at + 16));
    frame.describe(number, lastTimestampNanos, source.linkType());
    if (keepsComments) {
      readComments(captured);
    }
    return true;
  }

  private long time(PcapngClock clock, long ticks) {
    if (clock.isSplit(ticks)) {
      repairedTimes++;
      return clock.splitNanos(ticks);
    }
    return clock.nanos(ticks);
  }

  /** What is left of the block has been made available together with its data. */
  private void readComments(int captured) {
    int padding = (4 - captured % 4) % 4;
    int length = (int) unreadBlockBytes - padding;
    comments = PcapngOptions.comments(buffer, input.at() + padding, length, littleEndian);
  }

  /** One option after the other: together they may be longer than the buffer. */
  private void readSectionComments() throws CaptureException {
    skipInBlock(SECTION_BODY_LENGTH);
    while (unreadBlockBytes >= PcapngOptions.HEADER_LENGTH) {
      needBody(PcapngOptions.HEADER_LENGTH, "section header");
      int whole = PcapngOptions.HEADER_LENGTH + (shortAt(input.at() + 2) + 3) / 4 * 4;
      if (shortAt(input.at()) == PcapngOptions.END || whole > unreadBlockBytes) {
        return;
      }
      needBody(whole, "section header");
      sectionComments.addAll(PcapngOptions.comments(buffer, input.at(), whole, littleEndian));
      skipInBlock(whole);
    }
  }

  private void skipInBlock(int bytes) {
    input.take(bytes);
    unreadBlockBytes -= bytes;
  }

  @Override
  public List<String> comments() {
    return comments;
  }

  @Override
  public List<String> sectionComments() {
    return List.copyOf(sectionComments);
  }

  @Override
  public long repairedTimes() {
    return repairedTimes;
  }

  /** Has no time of its own: it is given that of the packet before. */
  private boolean simplePacket(Frame frame, long number) throws CaptureException {
    needBody(SIMPLE_PACKET_BODY_LENGTH, "simple packet block");
    PcapngInterface source = interfaceOf(0);
    long wire = intAt(input.at()) & 0xffff_ffffL;
    long inBlock = unreadBlockBytes - SIMPLE_PACKET_BODY_LENGTH;
    long captured = Math.min(inBlock, Math.min(wire, source.snapLength()));
    data(frame, SIMPLE_PACKET_BODY_LENGTH, (int) Math.min(captured, Integer.MAX_VALUE), (int) wire);
    frame.describe(number, lastTimestampNanos, source.linkType());
    return true;
  }

  private void data(Frame frame, int headerLength, int captured, int onWire)
      throws CaptureException {
    if (Problem.inLengths(captured, onWire)) {
      throw damage(Problem.ofLengths(captured, onWire));
    }
    if (headerLength + captured > unreadBlockBytes) {
      throw damage(
          Problem.impossible(
              "captured length", captured, "the block has " + unreadBlockBytes + " bytes"));
    }
    needBody(keepsComments ? wholeBody() : headerLength + captured, "packet block");
    frame.place(buffer, input.at() + headerLength, captured, onWire);
    input.take(headerLength + captured);
    unreadBlockBytes -= headerLength + captured;
  }

  private int wholeBody() throws CaptureException {
    comments = List.of();
    if (unreadBlockBytes > CaptureInput.MAXIMUM_FRAME) {
      throw damage(
          Problem.impossible(
              "block length", blockLength, "with comments at most " + CaptureInput.MAXIMUM_FRAME));
    }
    return (int) unreadBlockBytes;
  }

  private PcapngInterface interfaceOf(long id) throws CaptureException {
    if (id >= interfaces.size()) {
      throw damage(
          Problem.impossible("interface", id, interfaces.size() + " were described before"));
    }
    return interfaces.get((int) id);
  }

  private void needBody(int bytes, String what) throws CaptureException {
    if (bytes > unreadBlockBytes) {
      throw damage(Problem.impossible("block length", blockLength, "too short for a " + what));
    }
    if (!input.require(bytes)) {
      throw damage(Problem.cutShort(what, bytes, input.available()));
    }
  }

  private int intAt(int index) {
    int value = buffer.getInt(index);
    return littleEndian ? Integer.reverseBytes(value) : value;
  }

  private int shortAt(int index) {
    short value = buffer.getShort(index);
    return (littleEndian ? Short.reverseBytes(value) : value) & 0xffff;
  }

  private CaptureException damage(String problem) {
    insideBlock = false;
    return new CaptureException(input.name(), blockOffset, problem);
  }
}
