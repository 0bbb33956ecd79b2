package org.dreyfus.capture.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.StoredFrames;
import org.junit.jupiter.api.Test;

class TreatmentRewritersTest {

  private static final int IP = 14;
  private static final int TCP = IP + 20;

  @Test
  void everyPortIsAnotherAndEachOnlyOnce() {
    PortKey key = PortKey.ofAllPorts(new byte[] {7});
    Set<Integer> shown = new HashSet<>();
    int same = 0;
    for (int port = 1; port <= 65_535; port++) {
      int to = key.rekeyed(port, PortKey.NONE);
      assertThat(to).isBetween(1, 65_535);
      shown.add(to);
      same += to == port ? 1 : 0;
    }
    assertThat(shown).hasSize(65_535);
    assertThat(same).isLessThan(20);
    assertThat(key.rekeyed(0, PortKey.NONE)).isZero();
  }

  @Test
  void scramblingKeepsChecksumsRight() throws CaptureException {
    Frame frame = frame();
    new PortScrambler(new byte[] {7}).rewrite(frame);
    assertThat(frame.buffer().getShort(TCP) & 0xffff).isNotEqualTo(40_000);
    assertThat(frame.buffer().getShort(TCP + 2) & 0xffff).isNotEqualTo(80);
    assertChecksums(frame.buffer());
  }

  @Test
  void normalisingTakesTimeToLiveAndTimeStamps() throws CaptureException {
    Frame frame = frame();
    new HeaderNormaliser().rewrite(frame);
    assertThat(frame.buffer().get(IP + 8)).isEqualTo((byte) 64);
    assertThat(frame.buffer().getLong(TCP + 24)).isZero();
    assertThat(frame.buffer().getShort(TCP) & 0xffff).isEqualTo(40_000);
    assertChecksums(frame.buffer());
  }

  private static void assertChecksums(ByteBuffer buffer) {
    assertThat(sum(buffer, IP, 20, 0)).isEqualTo(0xffff);
    int pseudo = 6 + 32;
    for (int i = IP + 12; i < IP + 20; i += 2) {
      pseudo += buffer.getShort(i) & 0xffff;
    }
    assertThat(sum(buffer, TCP, 32, pseudo)).isEqualTo(0xffff);
  }

  /** RFC 1071. */
  private static int sum(ByteBuffer buffer, int from, int length, int start) {
    int sum = start;
    for (int i = from; i < from + length; i += 2) {
      sum += buffer.getShort(i) & 0xffff;
    }
    return (sum & 0xffff) + (sum >>> 16);
  }

  /** A TCP segment with a time stamp option and right checksums. */
  private static Frame frame() throws CaptureException {
    ByteBuffer pcap = ByteBuffer.allocate(24 + 16 + 66);
    pcap.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    pcap.putLong(0).putInt(65_535).putInt(1);
    pcap.putInt(0).putInt(1).putInt(66).putInt(66);
    pcap.putInt(0x0200_0000).putInt(0x0001_0200).putInt(0x0000_0002).putShort((short) 0x0800);
    int ip = pcap.position();
    pcap.putInt(0x4500_0034).putInt(0).putInt(0x3906_0000);
    pcap.put(new byte[] {10, 101, 102, 103, 10, 104, 105, 106});
    int tcp = pcap.position();
    pcap.putShort((short) 40_000).putShort((short) 80).putLong(0x0102_0304_0506_0708L);
    pcap.putInt(0x8010_1234).putInt(0);
    pcap.putInt(0x0101_080a).putLong(0x1112_1314_2122_2324L);
    pcap.putShort(ip + 10, (short) ~sum(pcap, ip, 20, 0));
    int pseudo = 6 + 32;
    for (int i = ip + 12; i < ip + 20; i += 2) {
      pseudo += pcap.getShort(i) & 0xffff;
    }
    pcap.putShort(tcp + 16, (short) ~sum(pcap, tcp, 32, pseudo));
    StoredFrames stored = StoredFrames.of(CaptureSource.bytes("one", pcap.array()));
    Frame frame = new Frame();
    stored.load(0, frame, StoredFrames.scratch());
    assertChecksums(frame.buffer());
    return frame;
  }
}
