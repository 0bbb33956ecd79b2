package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapngBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngCommentsTest {

  private static final long SECONDS = 1_700_000_000L;

  private final PcapngBytes file = new PcapngBytes();

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CaptureReader reader(byte[] capture) throws CaptureException {
    return CaptureReader.openWithComments(CaptureSource.bytes("test", capture));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsTheCommentsOfEachFrame(boolean bigEndian) throws CaptureException {
    file.section(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    file.describeInterface(LinkType.ETHERNET, 0);
    byte[] flags = file.option(2, new byte[] {1, 0, 0, 0});
    file.enhanced(
        0, 1, Packets.text(5), flags, file.option(1, utf8("s=0,k=ö")), file.endOfOptions());
    file.enhanced(0, 2, Packets.text(6)).simple(Packets.text(7), 7);
    file.enhanced(0, 3, Packets.text(8), file.option(1, utf8("a")), file.option(1, utf8("b")));
    Frame frame = new Frame();
    List<List<String>> comments = new ArrayList<>();
    try (CaptureReader reader = reader(file.toBytes())) {
      while (reader.next(frame)) {
        comments.add(reader.comments());
      }
    }
    assertThat(comments)
        .containsExactly(List.of("s=0,k=ö"), List.of(), List.of(), List.of("a", "b"));
  }

  @Test
  void doesNotReadCommentsUnlessAsked() throws CaptureException {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(LinkType.ETHERNET, 0);
    file.enhanced(0, 1, Packets.text(5), file.option(1, utf8("secret")));
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("t", file.toBytes()))) {
      assertThat(reader.next(frame)).isTrue();
      assertThat(reader.comments()).isEmpty();
      assertThat(frame.capturedLength()).isEqualTo(5);
    }
  }

  @Test
  void survivesOptionsThatAreCutShort() throws CaptureException {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(LinkType.ETHERNET, 0);
    file.enhanced(0, 1, Packets.text(4), new byte[] {1, 0, 99, 0});
    Frame frame = new Frame();
    try (CaptureReader reader = reader(file.toBytes())) {
      assertThat(reader.next(frame)).isTrue();
      assertThat(reader.comments()).isEmpty();
      assertThat(reader.next(frame)).isFalse();
    }
  }

  /** FIELD.md: seconds in the upper word, microseconds in the lower, and no if_tsresol. */
  @Test
  void repairsTimesThatWereWrittenInTwoWords() throws CaptureException {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(LinkType.ETHERNET, 0);
    file.describeInterface(LinkType.ETHERNET, 0, file.resolution(6), file.endOfOptions());
    long split = SECONDS << 32 | 123_456;
    file.enhanced(0, split, Packets.text(4));
    file.enhanced(0, SECONDS * 1_000_000 + 5, Packets.text(4));
    file.enhanced(1, split, Packets.text(4));
    Frame frame = new Frame();
    List<Long> times = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("t", file.toBytes()))) {
      while (reader.next(frame)) {
        times.add(frame.timestampNanos());
      }
      assertThat(reader.repairedTimes()).isEqualTo(1);
    }
    assertThat(times.subList(0, 2))
        .containsExactly(SECONDS * 1_000_000_000 + 123_456_000, SECONDS * 1_000_000_000 + 5_000);
    assertThat(times.get(2)).as("stated resolutions are believed").isNotEqualTo(times.get(0));
  }

  @Test
  void writesWhatItReads() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String longComment = "x".repeat(PcapngWriter.LONGEST_COMMENT);
    List<String> section =
        List.of("first", longComment, longComment, longComment, longComment, "ö");
    long nanos = SECONDS * 1_000_000_000 + 123_456_789;
    try (PcapngWriter writer = PcapngWriter.to(Channels.newChannel(out), section)) {
      writer.write(nanos, bytes(5), 0, 5, 9, LinkType.ETHERNET, Optional.of("s=1,k=ä"));
      writer.write(nanos + 1, bytes(6), 1, 5, 5, LinkType.RAW, Optional.empty());
      writer.write(nanos, bytes(100_000), 0, 100_000, 100_000, 1, Optional.of(longComment));
    }
    Frame frame = new Frame();
    try (CaptureReader reader = reader(out.toByteArray())) {
      assertThat(reader.next(frame)).isTrue();
      assertThat(reader.sectionComments()).isEqualTo(section);
      assertThat(reader.comments()).containsExactly("s=1,k=ä");
      assertThat(frame.timestampNanos()).isEqualTo(nanos);
      assertThat(frame.wireLength()).isEqualTo(9);
      assertThat(reader.next(frame)).isTrue();
      assertThat(reader.comments()).isEmpty();
      assertThat(frame.linkType()).isEqualTo(LinkType.RAW);
      assertThat((char) frame.buffer().get(frame.offset())).isEqualTo('b');
      assertThat(reader.next(frame)).isTrue();
      assertThat(reader.comments()).containsExactly(longComment);
      assertThat(frame.capturedLength()).isEqualTo(100_000);
      assertThat(reader.next(frame)).isFalse();
      assertThat(reader.repairedTimes()).isZero();
    }
  }

  @Test
  void refusesWhatTheFormatCannotHold() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PcapngWriter writer = PcapngWriter.to(Channels.newChannel(out), List.of())) {
      Optional<String> tooLong = Optional.of("x".repeat(PcapngWriter.LONGEST_COMMENT + 1));
      assertThatThrownBy(() -> writer.write(1, bytes(4), 0, 4, 4, 1, tooLong))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("comment of 65536 bytes");
      assertThatThrownBy(() -> writer.write(-1, bytes(4), 0, 4, 4, 1, Optional.empty()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("-1 ns");
    }
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.wrap(Packets.text(length));
  }
}
