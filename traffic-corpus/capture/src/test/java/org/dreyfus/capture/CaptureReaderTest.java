package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureReaderTest {

  private static final long TIME = 1_700_000_000_123_456_789L;

  record Read(long number, long timestampNanos, String bytes, int wireLength, int linkType) {}

  static List<Read> readAll(byte[] capture) throws CaptureException {
    return readAll(CaptureSource.bytes("test", capture), new ArrayList<>());
  }

  /** Frames read so far stay in {@code into} when reading fails. */
  static List<Read> readAll(CaptureSource source, List<Read> into) throws CaptureException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(source)) {
      while (reader.next(frame)) {
        byte[] bytes = new byte[frame.capturedLength()];
        frame.buffer().get(frame.offset(), bytes);
        into.add(
            new Read(
                frame.number(),
                frame.timestampNanos(),
                Arrays.toString(bytes),
                frame.wireLength(),
                frame.linkType()));
      }
      assertThat(reader.frames()).isEqualTo(into.size());
    }
    return into;
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void readsBothByteOrdersAndResolutions(boolean little, boolean nanos) throws CaptureException {
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] file =
        new PcapBytes(order, nanos, LinkType.RAW)
            .frame(TIME, Packets.text(5))
            .frame(TIME + 1_000, Packets.text(3), 1_500)
            .frame(TIME + 2_000, new byte[0])
            .toBytes();
    long first = nanos ? TIME : TIME / 1_000 * 1_000;
    assertThat(readAll(file))
        .containsExactly(
            new Read(1, first, Arrays.toString(Packets.text(5)), 5, LinkType.RAW),
            new Read(2, first + 1_000, Arrays.toString(Packets.text(3)), 1_500, LinkType.RAW),
            new Read(3, first + 2_000, "[]", 0, LinkType.RAW));
  }

  @Test
  void readsTimesBeyond2038() throws CaptureException {
    long late = 4_294_967_295L * 1_000_000_000L;
    assertThat(readAll(PcapBytes.ofLink(1).frame(late, Packets.text(1)).toBytes()))
        .extracting(Read::timestampNanos)
        .containsExactly(late);
  }

  @Test
  void theBitsAboveTheLinkTypeAreNotPartOfIt() throws CaptureException {
    byte[] file = PcapBytes.ofLink(0x5400_0001).frame(0, Packets.text(1)).toBytes();
    assertThat(readAll(file)).extracting(Read::linkType).containsExactly(LinkType.ETHERNET);
  }

  @Test
  void framesOfEverySizeSurviveTheBuffersEnd() throws CaptureException {
    PcapBytes file = PcapBytes.ofLink(1);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] frame = Packets.text(i % 7 == 0 ? 262_144 : 13 * i + 60_000);
      frame[0] = (byte) i;
      file.frame(i, frame);
      expected.add(Arrays.toString(frame));
    }
    assertThat(readAll(file.toBytes())).extracting(Read::bytes).isEqualTo(expected);
  }

  @Test
  void theBufferIsDirectWritableAndPadded() throws CaptureException {
    byte[] file = PcapBytes.ofLink(1).frame(0, Packets.text(262_144)).toBytes();
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("test", file))) {
      assertThat(reader.next(frame)).isTrue();
      assertThat(frame.buffer().isDirect()).isTrue();
      assertThat(frame.buffer().isReadOnly()).isFalse();
      assertThat(frame.buffer().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
      assertThat(frame.buffer().capacity())
          .isGreaterThanOrEqualTo(frame.offset() + frame.capturedLength() + 64);
    }
  }

  @Test
  void readsGzipOfSeveralMembers() throws IOException {
    byte[] file =
        PcapBytes.ofLink(1).frame(1, Packets.text(70_000)).frame(2, Packets.text(9)).toBytes();
    byte[] compressed =
        Packets.join(
            gzip(Arrays.copyOf(file, 40)), gzip(Arrays.copyOfRange(file, 40, file.length)));
    assertThat(readAll(compressed)).isEqualTo(readAll(file)).hasSize(2);
  }

  @Test
  void readsFiles(@TempDir Path folder) throws IOException {
    byte[] file = PcapBytes.ofLink(1).frame(1, Packets.text(9)).toBytes();
    Path plain = Files.write(folder.resolve("a.pcap"), file);
    Path compressed = Files.write(folder.resolve("named-otherwise.txt"), gzip(file));
    assertThat(readAll(CaptureSource.file(plain), new ArrayList<>())).isEqualTo(readAll(file));
    assertThat(readAll(CaptureSource.file(compressed), new ArrayList<>())).isEqualTo(readAll(file));
  }

  @Test
  void namesAMissingFile(@TempDir Path folder) {
    Path missing = folder.resolve("none.pcap");
    assertThatThrownBy(() -> CaptureReader.open(CaptureSource.file(missing)))
        .isInstanceOf(CaptureException.class)
        .hasMessage(missing + ": byte 0: there is no such file; check the path");
    assertThatThrownBy(() -> CaptureReader.open(CaptureSource.file(folder)))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(folder + ": byte 0: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 23})
  void refusesLessThanAHeader(int length) {
    byte[] file = Arrays.copyOf(PcapBytes.ofLink(1).toBytes(), length);
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("test: byte 0: the file " + (length == 0 ? "is empty" : "ends"));
  }

  @Test
  void refusesOtherFormats() {
    assertThatThrownBy(() -> readAll(Packets.text(100)))
        .isInstanceOf(CaptureException.class)
        .hasMessage(
            "test: byte 0: not a pcap or pcapng file (it begins with 0x61626364);"
                + " convert it with editcap -F pcapng");
    byte[] later = PcapBytes.ofLink(1).toBytes();
    later[4] = 3;
    assertThatThrownBy(() -> readAll(later)).hasMessageContaining("pcap version 3 is unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "-1,60,captured length 4294967295 is impossible",
    "262145,262145,captured length 262145 is impossible",
    "60,-1,wire length 4294967295 is impossible",
    "60,60,the file ends inside a packet record: 76 bytes needed"
  })
  void damageIsNamedAndAllBeforeItIsRead(int captured, int onWire, String problem) {
    byte[] file =
        PcapBytes.ofLink(1).frame(TIME, Packets.text(10)).record(TIME, captured, onWire).toBytes();
    List<Read> read = new ArrayList<>();
    assertThatThrownBy(() -> readAll(CaptureSource.bytes("test", file), read))
        .isInstanceOfSatisfying(
            CaptureException.class, e -> assertThat(e.byteOffset()).isEqualTo(24 + 26))
        .hasMessageStartingWith("test: byte 50: " + problem);
    assertThat(read).hasSize(1);
  }

  @Test
  void cutGzipGivesEverythingBeforeTheCut() throws IOException {
    byte[] frame = new byte[1_000];
    new Random(1).nextBytes(frame);
    PcapBytes file = PcapBytes.ofLink(1);
    for (int i = 0; i < 100; i++) {
      file.frame(i, frame);
    }
    byte[] whole = gzip(file.toBytes());
    List<Read> read = new ArrayList<>();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    assertThatThrownBy(() -> readAll(CaptureSource.bytes("test", cut), read))
        .hasMessageContaining("the compressed data ends early");
    assertThat(read).hasSize(100);
    byte[] damaged = whole.clone();
    damaged[whole.length - 6] ^= 1;
    assertThatThrownBy(() -> readAll(damaged)).hasMessageContaining("is damaged");
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
