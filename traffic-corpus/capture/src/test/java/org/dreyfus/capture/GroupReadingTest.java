package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureReaderTest.Read;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.capture.bytes.PcapngBytes;
import org.junit.jupiter.api.Test;

/** Frames that are read in groups are those that are read one by one, damage included. */
class GroupReadingTest {

  private static final int FRAMES = 300;
  private static final int DAMAGED = 250;
  private static final int RECORD = 16;

  private record Outcome(List<Read> frames, Optional<String> damage) {}

  private final Random random = new Random(1789);

  private static Frame[] group() {
    return Stream.generate(Frame::new).limit(16).toArray(Frame[]::new);
  }

  private static Outcome oneByOne(byte[] capture) {
    List<Read> frames = new ArrayList<>();
    try {
      CaptureReaderTest.readAll(CaptureSource.bytes("test", capture), frames);
      return new Outcome(frames, Optional.empty());
    } catch (CaptureException e) {
      return new Outcome(frames, Optional.ofNullable(e.getMessage()));
    }
  }

  private static Outcome inGroups(byte[] capture) {
    List<Read> frames = new ArrayList<>();
    Frame[] group = group();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("test", capture))) {
      int count = reader.next(group);
      while (count > 0) {
        for (int i = 0; i < count; i++) {
          frames.add(read(group[i]));
        }
        assertThat(reader.frames()).isEqualTo(frames.size());
        count = reader.next(group);
      }
      return new Outcome(frames, Optional.empty());
    } catch (CaptureException e) {
      return new Outcome(frames, Optional.ofNullable(e.getMessage()));
    }
  }

  private static Read read(Frame frame) {
    byte[] bytes = new byte[frame.capturedLength()];
    frame.buffer().get(frame.offset(), bytes);
    return new Read(
        frame.number(),
        frame.timestampNanos(),
        Arrays.toString(bytes),
        frame.wireLength(),
        frame.linkType());
  }

  private byte[] pcap(int longest) {
    PcapBytes file = PcapBytes.ofLink(LinkType.RAW);
    for (int i = 0; i < FRAMES; i++) {
      file.frame(i * 1_000L, Packets.text(random.nextInt(longest)));
    }
    return file.toBytes();
  }

  private byte[] pcapng() {
    PcapngBytes file = new PcapngBytes();
    for (int section = 0; section < 4; section++) {
      file.section(section % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      file.describeInterface(LinkType.RAW, 65_535);
      for (int i = 0; i < FRAMES / 4; i++) {
        byte[] frame = Packets.text(random.nextInt(90));
        switch (random.nextInt(9)) {
          case 0 -> file.simple(frame, frame.length);
          case 1 -> file.old(0, i, frame);
          case 2 -> file.block(0x0bad_cafe, new byte[12]);
          default -> file.enhanced(0, i, frame);
        }
      }
    }
    return file.toBytes();
  }

  @Test
  void groupsGoOverTheEndOfTheBuffer() {
    byte[] capture = pcap(30_000);
    assertThat(capture).hasSizeGreaterThan(10 * CaptureInput.MAXIMUM_FRAME);
    assertThat(inGroups(capture)).isEqualTo(oneByOne(capture));
    assertThat(inGroups(capture).frames()).hasSize(FRAMES);
  }

  @Test
  void damageIsToldBehindTheSameFrames() {
    for (byte[] capture : List.of(pcap(90), pcapng())) {
      assertThat(inGroups(capture)).isEqualTo(oneByOne(capture));
      int damaged = 0;
      for (int i = 0; i < DAMAGED; i++) {
        byte[] changed = Arrays.copyOf(capture, capture.length - random.nextInt(2) * (i % 40));
        changed[24 + random.nextInt(changed.length - 24)] = (byte) random.nextInt();
        Outcome outcome = inGroups(changed);
        assertThat(outcome).isEqualTo(oneByOne(changed));
        damaged += outcome.damage().isPresent() ? 1 : 0;
      }
      assertThat(damaged).isBetween(DAMAGED / 20, DAMAGED - DAMAGED / 20);
    }
  }

  @Test
  void whatHasArrivedIsNotHeldBackForWhatHasNot() throws IOException {
    byte[] capture = pcap(90);
    int length = PcapFormat.HEADER_LENGTH;
    for (int i = 0; i < 5; i++) {
      length += RECORD + ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN).getInt(length + 8);
    }
    Arriving arriving = new Arriving(Arrays.copyOf(capture, length + RECORD - 1));
    Frame[] group = group();
    try (CaptureReader reader = CaptureReader.open(arriving)) {
      assertThat(reader.next(group)).isEqualTo(5);
    }
  }

  /** Something that has sent so much, and from which more is not expected yet. */
  private record Arriving(ByteBuffer sent) implements CaptureSource, ReadableByteChannel {

    Arriving(byte[] sent) {
      this(ByteBuffer.wrap(sent));
    }

    @Override
    public String name() {
      return "arriving";
    }

    @Override
    public ReadableByteChannel open() {
      return this;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (!sent.hasRemaining()) {
        throw new IOException("asked for what has not arrived");
      }
      int bytes = Math.min(sent.remaining(), into.remaining());
      into.put(sent.slice().limit(bytes));
      sent.position(sent.position() + bytes);
      return bytes;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
