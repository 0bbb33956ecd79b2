package org.dreyfus.external.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;
import org.dreyfus.external.StreamAnswer;
import org.dreyfus.external.Timing;
import org.dreyfus.external.line.FlowName;
import org.dreyfus.external.line.Line;
import org.junit.jupiter.api.Test;

/** Two connections with the same 5-tuple, one after another, and a datagram. */
class LedgerTest {

  private static final int SYN = 2;
  private static final int ACK = 16;
  private static final int FIN = 1;
  private static final Verdict BLOCK = new Verdict.Blocked("P2P", "");

  private static final List<byte[]> FRAMES =
      List.of(tcp(SYN, 0), tcp(ACK, 100), udp(40), tcp(FIN | ACK, 0), tcp(SYN, 0), tcp(ACK, 7));

  private final Ledger ledger = new Ledger(Timing.LOCKSTEP);

  private static byte[] tcp(int flags, int payload) {
    byte[] frame = ip(6, 20 + payload);
    ByteBuffer.wrap(frame).put(46, (byte) 0x50).put(47, (byte) flags);
    return frame;
  }

  private static byte[] udp(int payload) {
    byte[] frame = ip(17, 8 + payload);
    ByteBuffer.wrap(frame).putShort(38, (short) (8 + payload));
    return frame;
  }

  private static byte[] ip(int protocol, int length) {
    ByteBuffer frame = ByteBuffer.allocate(34 + length);
    frame.putShort(12, (short) 0x0800).put(14, (byte) 0x45).putShort(16, (short) (20 + length));
    frame.put(22, (byte) 64).put(23, (byte) protocol);
    frame.putInt(26, 0x0a000001).putInt(30, 0x0a000002);
    frame.putShort(34, (short) 1000).putShort(36, (short) 2000);
    return frame.array();
  }

  private void deliver(int from, int to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.to(Channels.newChannel(bytes), LinkType.ETHERNET)) {
      for (byte[] frame : FRAMES) {
        writer.write(1_000_000_000L, frame);
      }
    }
    Frame frame = new Frame();
    try (CaptureReader reader =
        CaptureReader.open(CaptureSource.bytes("test", bytes.toByteArray()))) {
      while (reader.next(frame)) {
        if (frame.number() >= from && frame.number() <= to) {
          ledger.deliver(frame);
        }
      }
    }
  }

  private void say(FlowName flow, Verdict verdict, OptionalLong at) {
    ledger.accept(new Line.Decision(flow, verdict, at, OptionalDouble.empty()));
  }

  private static FlowName tuple(String from, int fromPort, String to, int toPort) {
    try {
      return new FlowName.ByTuple(
          InetAddress.getByName(from), fromPort, InetAddress.getByName(to), toPort, 6);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<Long, StreamAnswer> blockedAt(long packet, long payloadBefore, long flow) {
    return Map.of(flow, new StreamAnswer(BLOCK, packet, payloadBefore, OptionalDouble.empty()));
  }

  @Test
  void aDecisionCountsFromTheLastDeliveredPacketOfItsFlow() throws IOException {
    deliver(1, 3);
    say(new FlowName.ByFrame(1), BLOCK, OptionalLong.empty());
    deliver(4, 6);
    assertThat(ledger.answers(true)).isEqualTo(blockedAt(2, 0, 1));
  }

  @Test
  void aFlowThatIsOverWasDecidedBehindItsLastPacket() throws IOException {
    deliver(1, 6);
    say(new FlowName.ByFrame(2), BLOCK, OptionalLong.empty());
    assertThat(ledger.answers(true)).isEqualTo(blockedAt(4, 100, 1));
  }

  @Test
  void theLatestFlowWithATupleIsMeantInEitherDirection() throws IOException {
    deliver(1, 6);
    say(tuple("10.0.0.2", 2000, "10.0.0.1", 1000), BLOCK, OptionalLong.empty());
    assertThat(ledger.answers(true)).isEqualTo(blockedAt(2, 0, 5));
  }

  @Test
  void atTellsWhichFlowWithATupleIsMeant() throws IOException {
    deliver(1, 6);
    say(tuple("10.0.0.1", 1000, "10.0.0.2", 2000), BLOCK, OptionalLong.of(4));
    assertThat(ledger.answers(true)).containsOnlyKeys(1L);
  }

  @Test
  void aFlowIsFoundByItsCommunityId() throws IOException {
    deliver(1, 6);
    FlowKey datagram =
        new FlowKey(
            InetAddress.getByName("10.0.0.1"), 1000, InetAddress.getByName("10.0.0.2"), 2000, 17);
    say(new FlowName.ByCommunityId(CommunityId.of(datagram)), BLOCK, OptionalLong.empty());
    assertThat(ledger.answers(true)).isEqualTo(blockedAt(1, 0, 3));
  }

  @Test
  void anIdentificationThatIsNotFinalSettlesAtTheEnd() throws IOException {
    deliver(1, 3);
    say(new FlowName.ByFrame(3), new Verdict.Identified("DNS", false), OptionalLong.empty());
    assertThat(ledger.answers(false)).isEmpty();
    assertThat(ledger.answers(true))
        .isEqualTo(
            Map.of(
                3L,
                new StreamAnswer(
                    new Verdict.Identified("DNS", true), 2, 40, OptionalDouble.empty())));
  }

  @Test
  void whatBreaksTheContractIsCountedAndChangesNothing() throws IOException {
    deliver(1, 3);
    say(new FlowName.ByFrame(3), BLOCK, OptionalLong.empty());
    say(new FlowName.ByFrame(3), new Verdict.Allowed("DNS"), OptionalLong.empty());
    say(new FlowName.ByFrame(9), BLOCK, OptionalLong.empty());
    say(tuple("10.9.9.9", 1, "10.0.0.1", 2), BLOCK, OptionalLong.empty());
    say(new FlowName.ByFrame(2), BLOCK, OptionalLong.of(1));
    ledger.accept(new Line.Marker(50));
    ledger.accept(new Line.Accusation(InetAddress.getByName("10.9.9.9"), ""));
    assertThat(ledger.accused()).isEmpty();
    assertThat(ledger.breaches())
        .isEqualTo(
            Map.of(
                Breach.ANSWERED_AGAIN, 1L,
                Breach.AHEAD_OF_INPUT, 2L,
                Breach.UNKNOWN_FLOW, 1L,
                Breach.BACK_DATED, 1L,
                Breach.UNKNOWN_HOST, 1L));
    assertThat(ledger.answers(true)).containsOnlyKeys(1L, 3L);
  }

  @Test
  void aScoreStandsWithOrWithoutAVerdict() throws IOException {
    deliver(1, 3);
    ledger.accept(new Line.Score(new FlowName.ByFrame(3), 0.25));
    ledger.accept(new Line.Score(new FlowName.ByFrame(3), 0.75));
    assertThat(ledger.answers(true).get(3L))
        .isEqualTo(new StreamAnswer(Verdict.undecided(), 0, 40, OptionalDouble.of(0.75)));
  }
}
