package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.ACK;
import static org.dreyfus.capture.bytes.Packets.FIN;
import static org.dreyfus.capture.bytes.Packets.SYN;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.RandomTraffic;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

class LiveInspectionTest {

  private static final Verdict BLOCKED = new Verdict.Blocked("test", "for the test");

  /** The frames at which verdicts become final, with the flow's packet and what was said. */
  private static Map<Long, String> decisions(CaptureSource source, Classifier classifier)
      throws Exception {
    Map<Long, String> decisions = new TreeMap<>();
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(source)) {
      LiveInspection live = new LiveInspection(FlowRules.DREYFUS, frame, classifier);
      while (reader.next(frame)) {
        if (live.accept() && live.decides()) {
          decisions.put(frame.number(), live.packetInFlow() + " " + live.verdict());
        }
      }
      live.finish();
    }
    return decisions;
  }

  private static List<String> inOrder(Results pass) {
    List<String> all = new ArrayList<>();
    pass.answers.forEach(
        (flow, given) -> {
          Answer answer = given.get(0);
          if (answer.decidedAtPacket() > 0
              && answer.decidedAtPacket() <= pass.flow(flow).packets()) {
            all.add(answer.decidedAtPacket() + " " + answer.verdict());
          }
        });
    return all.stream().sorted().toList();
  }

  /** Splits flows, decides at different packets, leaves some undecided. */
  private static CaptureSource talk(long seed) {
    Random random = new Random(seed);
    Talk talk = new Talk();
    int[] flags = {SYN, ACK, ACK, ACK, FIN | ACK};
    for (int i = 0; i < 2_000; i++) {
      int port = 1_000 + random.nextInt(30);
      if (random.nextBoolean()) {
        talk.client(port, flags[random.nextInt(flags.length)], random.nextInt(300));
      } else {
        talk.server(port, ACK, random.nextInt(300));
      }
    }
    return talk.source();
  }

  private static Scripted byPort() {
    return new Scripted(
            (flow, packet) ->
                flow.packets() >= flow.initiatorPort() % 7 + 1 && flow.initiatorPort() % 3 > 0
                    ? new Verdict.Identified("port " + flow.initiatorPort() % 4, true)
                    : Verdict.undecided())
        .finishing(sink -> sink.accuse(InetAddress.getLoopbackAddress(), "here"));
  }

  @Test
  void saysTheSameAtTheSamePacketsAsAPassAndMakesTheSameCalls() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      Scripted offline = byPort();
      Scripted live = byPort();
      Results pass = new Results();
      pass.run(talk(seed), offline);
      Map<Long, String> decisions = decisions(talk(seed), live);
      assertThat(decisions.values().stream().sorted().toList())
          .isEqualTo(inOrder(pass))
          .hasSizeGreaterThan(20);
      assertThat(live.calls).isEqualTo(offline.calls);
    }
  }

  @Test
  void framesThatArriveAreThoseOfACapture() {
    ArrivedFrame arrived = new ArrivedFrame(2_048);
    Scripted classifier = Scripted.atPacket(2, BLOCKED);
    LiveInspection live = new LiveInspection(FlowRules.DREYFUS, arrived.frame(), classifier);
    RandomTraffic traffic = new RandomTraffic(5);
    int blocked = 0;
    for (int i = 1; i <= 5_000; i++) {
      byte[] bytes = traffic.frame();
      arrived.take(bytes, bytes.length, i);
      assertThat(live.accept()).isTrue();
      assertThat(live.decides()).isEqualTo(live.packetInFlow() == 2);
      assertThat(live.verdict() == BLOCKED).isEqualTo(live.packetInFlow() >= 2);
      blocked += live.decides() ? 1 : 0;
    }
    assertThat(blocked).isPositive().isLessThanOrEqualTo(live.flows());
    byte[] arp = Packets.ethernet(0x0806, new byte[28]);
    arrived.take(arp, arp.length, 1);
    assertThat(live.accept()).isFalse();
  }

  private static void feed(ArrivedFrame arrived, int flags) {
    byte[] bytes =
        Packets.ethernet(
            0x0800,
            Packets.ipv4(
                "10.0.0.1", "10.0.0.2", 6, Packets.tcp(5_000, 80, flags, Packets.text(9))));
    arrived.take(bytes, bytes.length, 1);
  }

  @Test
  void aSuccessorKeepsWhatWasDecidedUntilTheKeyIsUsedAgain() {
    ArrivedFrame arrived = new ArrivedFrame(2_048);
    Supplier<Scripted> blockers = () -> Scripted.atPacket(1, BLOCKED);
    LiveInspection first = new LiveInspection(FlowRules.DREYFUS, arrived.frame(), blockers.get());
    feed(arrived, SYN);
    first.accept();
    Scripted never = Scripted.undecided();
    LiveInspection kept = first.successor(arrived.frame(), never, slot -> true);
    feed(arrived, FIN | ACK);
    kept.accept();
    assertThat(kept.verdict()).isEqualTo(BLOCKED);
    assertThat(kept.packetInFlow()).isEqualTo(2);
    assertThat(kept.decides()).isFalse();
    feed(arrived, SYN);
    kept.accept();
    assertThat(kept.verdict()).isEqualTo(Verdict.undecided());
    assertThat(kept.packetInFlow()).isEqualTo(1);
    kept.finish();
    assertThat(never.calls).containsExactly("inspect 3 3", "conclude 3", "finish");

    LiveInspection forgotten = first.successor(arrived.frame(), never, slot -> false);
    feed(arrived, ACK);
    forgotten.accept();
    assertThat(forgotten.verdict()).isEqualTo(Verdict.undecided());
  }

  @Test
  void aCrashLeavesWhatWasDecided() {
    ArrivedFrame arrived = new ArrivedFrame(2_048);
    LiveInspection live =
        new LiveInspection(
            FlowRules.DREYFUS,
            arrived.frame(),
            (flow, packet) -> {
              throw new IllegalStateException("broken");
            });
    feed(arrived, SYN);
    assertThat(live.accept()).isTrue();
    assertThat(live.verdict()).isEqualTo(Verdict.undecided());
    assertThat(live.crash()).hasValueSatisfying(why -> assertThat(why).contains("broken"));
  }
}
