package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.ACK;
import static org.dreyfus.capture.bytes.Packets.FIN;
import static org.dreyfus.capture.bytes.Packets.RST;
import static org.dreyfus.capture.bytes.Packets.SYN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

class InspectionPassTest {

  private static final Verdict BLOCKED = new Verdict.Blocked("HTTP", "because");

  private final Results results = new Results();

  /** Two connections, interleaved; the first has payload in packets 3, 4 and 6 of 6. */
  private static Talk twoConnections() {
    return new Talk()
        .client(1_000, SYN, 0)
        .client(2_000, SYN, 0)
        .server(1_000, SYN | ACK, 0)
        .client(1_000, ACK, 10)
        .server(1_000, ACK, 100)
        .client(1_000, ACK, 0)
        .server(2_000, RST, 0)
        .server(1_000, FIN | ACK, 7);
  }

  @Test
  void countsWithoutAnyClassifier() {
    PassSummary summary = results.run(twoConnections().source());
    assertThat(summary).isEqualTo(new PassSummary(8, 8, 8 * 40 + 117, 2, Optional.empty()));
    FlowRecord first = results.flow(1L);
    assertThat(first.packets()).isEqualTo(6);
    assertThat(first.bytes()).isEqualTo(6 * 40 + 117);
    assertThat(first.payloadBytes()).isEqualTo(117);
    assertThat(first.lastPayloadPacket()).isEqualTo(6);
    assertThat(first.firstTimestampNanos()).isEqualTo(1_000);
    assertThat(first.key().initiator().getHostAddress()).isEqualTo(Talk.CLIENT);
    assertThat(first.key().responderPort()).isEqualTo(80);
    assertThat(results.flow(2L).lastPayloadPacket()).isZero();
    assertThat(results.answers(1L)).isEmpty();
  }

  @Test
  void saysWhenAVerdictBecameFinalAndWhatHadPassed() {
    results.run(
        twoConnections().source(),
        Scripted.atPacket(4, BLOCKED),
        Scripted.undecided().concluding(flow -> new Verdict.Allowed("TLS")),
        Scripted.undecided());
    assertThat(results.answers(1L))
        .containsExactly(
            new Answer(BLOCKED, 4, 10, Optional.empty()),
            new Answer(new Verdict.Allowed("TLS"), 7, 117, Optional.empty()),
            new Answer(Verdict.undecided(), 0, 117, Optional.empty()));
    assertThat(results.answer(2, 0))
        .isEqualTo(new Answer(Verdict.undecided(), 0, 0, Optional.empty()));
  }

  @Test
  void asksForAScoreOnceAfterTheLastWordAlsoWhenItWasFinal() {
    List<String> asked = new ArrayList<>();
    Scripted scripted =
        Scripted.atPacket(2, BLOCKED)
            .concluding(
                flow -> {
                  asked.add("conclude " + flow.id());
                  return Verdict.undecided();
                })
            .scoring(
                flow -> {
                  asked.add("score " + flow.id());
                  return flow.id() == 1 ? OptionalDouble.of(0.75) : OptionalDouble.empty();
                });
    results.run(twoConnections().source(), scripted);
    assertThat(asked).containsExactly("conclude 1", "score 1", "conclude 2", "score 2");
    assertThat(results.answer(1, 0).score()).hasValue(0.75);
    assertThat(results.answer(2, 0).score()).isEmpty();
  }

  @Test
  void stopsAskingOnceAVerdictIsFinalAndConcludesEveryFlowOnce() {
    Scripted scripted = Scripted.atPacket(3, BLOCKED).concluding(flow -> Verdict.undecided());
    Scripted other = Scripted.undecided();
    results.run(twoConnections().source(), scripted, other);
    assertThat(scripted.calls)
        .containsExactly(
            "inspect 1 1",
            "inspect 2 2",
            "inspect 1 3",
            "inspect 1 4",
            "inspect 2 7",
            "conclude 1",
            "conclude 2",
            "finish");
    assertThat(other.calls).hasSize(8 + 2 + 1);
    assertThat(results.answer(1, 0).verdict()).isEqualTo(BLOCKED);
    assertThat(results.answer(1, 0).decidedAtPacket()).isEqualTo(3);
  }

  @Test
  void anIdentificationIsSettledAtTheEnd() {
    Verdict guess = new Verdict.Identified("HTTP", false);
    Verdict settled = new Verdict.Identified("HTTP", true);
    Scripted early = Scripted.atPacket(2, settled);
    results.run(twoConnections().source(), Scripted.atPacket(1, guess), early);
    assertThat(results.answer(1, 0)).isEqualTo(new Answer(settled, 7, 117, Optional.empty()));
    assertThat(results.answer(1, 1)).isEqualTo(new Answer(settled, 2, 0, Optional.empty()));
  }

  @Test
  void everyClassifierHasItsOwnViewOfAFlow() {
    List<String> seen = new ArrayList<>();
    Scripted counting =
        new Scripted(
            (flow, packet) -> {
              int[] counter = flow.<int[]>attachment(() -> new int[1]);
              counter[0]++;
              seen.add(flow.slot() + ":" + counter[0] + ":" + flow.verdict());
              return new Verdict.Identified("P" + counter[0], false);
            });
    Scripted other =
        new Scripted(
            (flow, packet) -> {
              assertThat(flow.<String>attachment(() -> "mine")).isEqualTo("mine");
              assertThat(flow.verdict()).isEqualTo(Verdict.undecided());
              return Verdict.undecided();
            });
    results.run(
        new Talk().client(1, SYN, 0).client(2, SYN, 0).client(1, ACK, 0).source(), counting, other);
    assertThat(results.crashes).isEmpty();
    assertThat(seen)
        .containsExactly(
            "0:1:Undecided[]", "1:1:Undecided[]", "0:2:Identified[protocol=P1, settled=false]");
  }

  @Test
  void showsThePacketAsItIs() {
    List<String> seen = new ArrayList<>();
    Scripted looking =
        new Scripted(
            (flow, packet) -> {
              ByteBuffer buffer = packet.buffer();
              assertThat(buffer.isReadOnly()).isTrue();
              assertThat(buffer.isDirect()).isTrue();
              assertThat(buffer.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
              assertThat(buffer.getShort(packet.transportOffset() + 2) & 0xffff)
                  .isEqualTo(
                      packet.direction() == Direction.FROM_INITIATOR
                          ? flow.responderPort()
                          : flow.initiatorPort());
              buffer.order(ByteOrder.LITTLE_ENDIAN).limit(0);
              seen.add(
                  "%d %d %s %d/%d %d %d"
                      .formatted(
                          packet.number(),
                          packet.timestampNanos(),
                          packet.direction(),
                          flow.packets(packet.direction()),
                          flow.packets(),
                          packet.payloadLength(),
                          packet.tcpFlags()));
              return Verdict.undecided();
            });
    results.run(
        new Talk().client(5, SYN, 0).server(5, SYN | ACK, 0).client(5, ACK, 3).source(), looking);
    assertThat(results.crashes).isEmpty();
    assertThat(seen)
        .containsExactly(
            "1 1000 FROM_INITIATOR 1/1 0 2",
            "2 1001 FROM_RESPONDER 1/2 0 18",
            "3 1002 FROM_INITIATOR 2/3 3 16");
  }

  @Test
  void aSynAfterFinOrResetStartsANewFlow() {
    Talk talk =
        new Talk()
            .client(1_000, SYN, 0)
            .client(1_000, SYN, 0)
            .server(1_000, FIN | ACK, 5)
            .server(1_000, SYN | ACK, 0)
            .client(1_000, SYN, 0)
            .client(1_000, ACK, 9)
            .server(1_000, RST, 0)
            .server(1_000, SYN, 0);
    List<String> slots = new ArrayList<>();
    Scripted scripted =
        new Scripted(
            (flow, packet) -> {
              slots.add(
                  flow.id()
                      + "@"
                      + flow.slot()
                      + ":"
                      + flow.<long[]>attachment(() -> new long[] {flow.id()})[0]);
              return flow.id() == 5 ? BLOCKED : Verdict.undecided();
            });
    PassSummary summary = results.run(talk.source(), scripted);
    assertThat(summary.flows()).isEqualTo(3);
    assertThat(results.flows.keySet()).containsExactly(1L, 5L, 8L);
    assertThat(results.flow(1L).packets()).isEqualTo(4);
    assertThat(results.flow(5L).payloadBytes()).isEqualTo(9);
    assertThat(results.flow(8L).key().initiator().getHostAddress()).isEqualTo(Talk.SERVER);
    assertThat(slots).containsExactly("1@0:1", "1@0:1", "1@0:1", "1@0:1", "5@0:5", "8@0:8");
    assertThat(scripted.calls)
        .containsSubsequence(
            "conclude 1", "inspect 5 5", "conclude 5", "inspect 8 8", "conclude 8");
    assertThat(results.answer(5, 0).decidedAtPacket()).isEqualTo(1);
  }

  @Test
  void ndpiRulesNeverSplit() {
    Talk talk = new Talk().client(1_000, SYN, 0).server(1_000, RST, 0).client(1_000, SYN, 0);
    PassSummary summary =
        new InspectionPass(FlowRules.NDPI, FrameRewriter.none(), List.of(), results)
            .run(talk.source());
    assertThat(summary.flows()).isEqualTo(1);
  }

  @Test
  void rewritingComesFirst() {
    FrameRewriter rewriter =
        frame -> {
          frame.timestampNanos(frame.timestampNanos() + 5);
          frame.buffer().put(frame.offset() + 15, (byte) 77);
        };
    Scripted looking =
        new Scripted(
            (flow, packet) -> {
              assertThat(flow.key().initiator().getHostAddress()).isEqualTo("10.0.0.77");
              assertThat(packet.buffer().get(packet.networkOffset() + 15)).isEqualTo((byte) 77);
              return Verdict.undecided();
            });
    new InspectionPass(FlowRules.DREYFUS, rewriter, List.of(looking), results)
        .run(new Talk().client(5, SYN, 0).source());
    assertThat(results.crashes).isEmpty();
    assertThat(results.flow(1L).firstTimestampNanos()).isEqualTo(1_005);
  }

  @Test
  void allBeforeTheDamageIsProcessed() {
    PassSummary summary = results.run(twoConnections().damage().source(), Scripted.undecided());
    assertThat(summary.flows()).isEqualTo(2);
    assertThat(summary.damage())
        .hasValueSatisfying(
            damage -> {
              assertThat(damage.byteOffset()).isEqualTo(24 + 8 * 56 + 117);
              assertThat(damage.message())
                  .startsWith("talk: byte 589: captured length 4294967295 is impossible");
            });
    assertThat(results.flows).hasSize(2);
  }

  @Test
  void whatCannotBeOpenedIsDamage() {
    CaptureSource missing = CaptureSource.file(Path.of("/nowhere/x.pcap"));
    PassSummary summary = results.run(missing, Scripted.undecided());
    assertThat(summary.damage())
        .hasValue(new Damage("/nowhere/x.pcap", 0, "there is no such file; check the path"));
  }

  @Test
  void framesThatAreNotIpCountAsFramesOnly() {
    PassSummary summary =
        results.run(twoConnections().frame(Packets.text(30)).source(), Scripted.undecided());
    assertThat(summary.frames()).isEqualTo(9);
    assertThat(summary.ipPackets()).isEqualTo(8);
  }

  @Test
  void tellsWhoIsBusy() {
    List<Integer> busy = new ArrayList<>();
    List<InspectionPass> pass = new ArrayList<>();
    Scripted noting =
        new Scripted(
            (flow, packet) -> {
              busy.add(pass.get(0).busyWith().orElse(-1));
              return Verdict.undecided();
            });
    pass.add(
        new InspectionPass(
            FlowRules.DREYFUS,
            FrameRewriter.none(),
            List.of(Scripted.undecided(), noting),
            results));
    assertThat(pass.get(0).busyWith()).isEmpty();
    pass.get(0).run(new Talk().client(5, SYN, 0).source());
    assertThat(busy).containsExactly(1);
    assertThat(pass.get(0).busyWith()).isEmpty();
  }
}
