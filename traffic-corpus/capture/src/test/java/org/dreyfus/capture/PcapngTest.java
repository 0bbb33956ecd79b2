package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.capture.CaptureReaderTest.Read;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapngBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngTest {

  private static final long SECONDS = 1_700_000_000L;

  private final PcapngBytes file = new PcapngBytes();

  private static List<Read> readUntilDamage(byte[] capture, String damage) {
    List<Read> read = new ArrayList<>();
    assertThatThrownBy(() -> CaptureReaderTest.readAll(CaptureSource.bytes("test", capture), read))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining(damage);
    return read;
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void readsAllKindsOfPacketBlocks(String name) throws CaptureException {
    ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    file.section(order).describeInterface(LinkType.ETHERNET, 4);
    file.describeInterface(LinkType.LINUX_SLL, 0, file.resolution(9), file.endOfOptions());
    long nanos = SECONDS * 1_000_000_000L + 7;
    byte[] comment = file.option(1, "a comment".getBytes(StandardCharsets.UTF_8));
    file.enhanced(1, nanos, Packets.text(5), comment, file.endOfOptions())
        .block(0x0bad, Packets.text(11))
        .old(0, SECONDS * 1_000_000L, Packets.text(6))
        .simple(Packets.text(4), 9);
    assertThat(CaptureReaderTest.readAll(file.toBytes()))
        .containsExactly(
            new Read(1, nanos, Arrays.toString(Packets.text(5)), 6, LinkType.LINUX_SLL),
            new Read(2, nanos - 7, Arrays.toString(Packets.text(6)), 6, LinkType.ETHERNET),
            new Read(3, nanos - 7, Arrays.toString(Packets.text(4)), 9, LinkType.ETHERNET));
  }

  @Test
  void aSectionForgetsTheInterfacesAndByteOrderBefore() throws CaptureException {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(LinkType.RAW, 0);
    file.enhanced(0, 0, Packets.text(1));
    file.section(ByteOrder.BIG_ENDIAN).describeInterface(LinkType.LOOP, 0);
    file.enhanced(0, 0, Packets.text(1));
    assertThat(CaptureReaderTest.readAll(file.toBytes()))
        .extracting(Read::linkType)
        .containsExactly(LinkType.RAW, LinkType.LOOP);
    file.section(ByteOrder.BIG_ENDIAN).enhanced(0, 0, Packets.text(1));
    assertThat(readUntilDamage(file.toBytes(), "interface 0 is impossible")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "3,0,5,5000000",
    "6,0,1700000000123456,1700000000123456000",
    "9,0,1700000000123456789,1700000000123456789",
    "12,0,1700000000123456789,1700000000123456",
    "0,100,5,105000000000",
    "6,-1,2000000,1000000000",
    "28,0,-1,1",
    "29,0,-1,0",
    "127,0,1700000000123456789,0",
    "0x80,0,3,3000000000",
    "0x8a,0,1536,1500000000",
    "0xa0,0,0x180000000,1500000000",
    "0xbf,0,0x4000000000000000,500000000",
    "0xc0,0,-1,999999999",
    "0xff,0,-1,0",
  })
  void clocksOfEveryResolution(String resolution, long offset, String ticks, long nanos)
      throws CaptureException {
    file.section(ByteOrder.LITTLE_ENDIAN);
    file.describeInterface(
        1, 0, file.resolution(Integer.decode(resolution)), file.offsetSeconds(offset));
    file.enhanced(0, Long.decode(ticks), Packets.text(1));
    assertThat(CaptureReaderTest.readAll(file.toBytes()))
        .extracting(Read::timestampNanos)
        .containsExactly(nanos);
  }

  @Test
  void blocksThatNobodyReadsMayBeLargerThanTheBuffer() throws CaptureException {
    file.section(ByteOrder.LITTLE_ENDIAN).block(0x0a, new byte[3_000_000]);
    file.describeInterface(1, 0).enhanced(0, 1, Packets.text(3), new byte[1_000_000]);
    file.enhanced(0, 2, Packets.text(4));
    assertThat(CaptureReaderTest.readAll(file.toBytes())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"0", "8", "11", "13", "0x7ffffff1"})
  void blockLengthsThatCannotBe(String length) {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0).enhanced(0, 1, new byte[8]);
    file.raw(file.ints(6, Integer.decode(length), 0, 0, 0));
    assertThat(readUntilDamage(file.toBytes(), "block length")).hasSize(1);
  }

  @Test
  void aBlockLargerThanTheFile() {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0).enhanced(0, 1, new byte[8]);
    int offset = file.toBytes().length;
    file.raw(file.ints(0x0bad, 0xffff_fffc, 0, 0, 0));
    assertThat(readUntilDamage(file.toBytes(), "byte " + offset + ": the file ends inside a block"))
        .hasSize(1);
  }

  @Test
  void lengthsOfOneBlockHaveToAgree() {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0).enhanced(0, 1, new byte[8]);
    byte[] bytes = file.toBytes();
    bytes[bytes.length - 4]++;
    assertThat(readUntilDamage(bytes, "at the block's end it is 41")).hasSize(1);
  }

  @Test
  void capturedLengthHasToFitTheBlock() {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0);
    file.block(6, file.ints(0, 0, 0, 9, 9, 0, 0));
    readUntilDamage(file.toBytes(), "captured length 9 is impossible (the block has 28 bytes)");
  }

  @Test
  void anUnknownVersionOrByteOrderIsRefused() {
    byte[] version = file.section(ByteOrder.LITTLE_ENDIAN).toBytes();
    version[12] = 2;
    readUntilDamage(version, "pcapng version 2 is unknown");
    byte[] magic = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN).toBytes();
    magic[8] = 0;
    readUntilDamage(magic, "byte-order magic");
  }

  @Test
  void everyCutIsNoticedUnlessItFallsBetweenBlocks() {
    file.section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0).enhanced(0, 1, Packets.text(9));
    byte[] whole = file.toBytes();
    for (int length = 29; length < whole.length; length++) {
      if (length != 48) {
        readUntilDamage(Arrays.copyOf(whole, length), "the file ends inside a");
      }
    }
  }
}
