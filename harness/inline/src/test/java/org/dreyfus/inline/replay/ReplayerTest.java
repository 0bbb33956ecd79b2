package org.dreyfus.inline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Result;
import org.junit.jupiter.api.Test;

/** What a box does must come out of the replay as that, and nothing else. */
final class ReplayerTest {

  private static final int FLOWS = 40;
  private static final Pace PACE =
      new Pace(16, Duration.ofMillis(5), 5, Duration.ofMillis(10), Duration.ofMillis(40));
  private static final PathNoise QUIET = new PathNoise(1e-3, 5);

  private static List<Script> scripts() {
    return new HarmlessTraffic(7).flows(FLOWS);
  }

  private static Replayed replay(BoxPath.MiddleBox box) {
    return new Replayer(new BoxPath(box), PACE).run(ScriptSupply.of(scripts()), () -> {});
  }

  private static List<FlowReplay> outcomes(Replayed replayed, PathNoise noise) {
    List<FlowReplay> all = new ArrayList<>();
    replayed.sessions().forEach(session -> all.addAll(Outcomes.of(session, noise)));
    return all;
  }

  private static boolean isTcp(byte[] frame) {
    return IpPacket.protocol(frame) == IpPacket.TCP;
  }

  @Test
  void aWireDoesNothing() {
    Replayed replayed = replay((toServer, frame, out) -> out.put(toServer, frame, 0));
    List<FlowReplay> flows = outcomes(replayed, QUIET);
    assertThat(flows).hasSize(FLOWS).allMatch(flow -> flow.result() == Result.PASSED);
    assertThat(flows)
        .allSatisfy(
            flow -> {
              assertThat(flow.packets().resent()).isZero();
              assertThat(flow.packets().changed()).isZero();
              assertThat(flow.packets().added()).isZero();
              assertThat(flow.packets().forwarded()).isEqualTo(flow.packets().sent());
            });
    assertThat(replayed.strays().packets()).isZero();
    assertThat(replayed.changes()).isEmpty();
  }

  @Test
  void aBlockedFlowIsBlockedAtThePacketFromWhichOnNothingPasses() {
    Set<Tuple> seen = new HashSet<>();
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              boolean data = IpPacket.end(frame) > IpPacket.payloadAt(frame);
              Tuple flow = toServer ? Tuple.of(frame) : Tuple.answering(frame);
              if (isTcp(frame) && data) {
                seen.add(flow);
              }
              if (!seen.contains(flow)) {
                out.put(toServer, frame, 0);
              }
            });
    for (FlowReplay flow : outcomes(replayed, QUIET)) {
      boolean tcp = flow.packets().sent() > 16;
      assertThat(flow.result()).isEqualTo(tcp ? Result.DROPPED : Result.PASSED);
      assertThat(flow.atPacket()).isEqualTo(tcp ? 4 : 0);
      if (tcp) {
        assertThat(flow.packets().forwarded()).isEqualTo(3);
      }
    }
  }

  @Test
  void randomLossIsNoBlock() {
    Random random = new Random(3);
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              if (random.nextInt(100) >= 10) {
                out.put(toServer, frame, 0);
              }
            });
    assertThat(outcomes(replayed, new PathNoise(0.1, 5)))
        .allMatch(flow -> !flow.wasBlocked())
        .anyMatch(flow -> flow.packets().resent() > 0)
        .noneMatch(flow -> flow.result() == Result.THROTTLED);
  }

  @Test
  void oneLostPacketIsNoBlockWhenLaterOnesArrive() {
    Map<Tuple, Set<Integer>> tags = new HashMap<>();
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              Set<Integer> before =
                  tags.computeIfAbsent(Tuple.of(frame), flow -> new LinkedHashSet<>());
              before.add(IpPacket.tag(frame));
              boolean second = List.copyOf(before).indexOf(IpPacket.tag(frame)) == 1;
              if (isTcp(frame) || !second) {
                out.put(toServer, frame, 0);
              }
            });
    for (FlowReplay flow : outcomes(replayed, QUIET)) {
      boolean tcp = flow.packets().sent() > 16;
      assertThat(flow.result()).isEqualTo(tcp ? Result.PASSED : Result.LOSSY);
      assertThat(flow.packets().dropped()).isEqualTo(tcp ? 0 : 2);
    }
  }

  @Test
  void changedFieldsAreNamed() {
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              frame[Ethernet.HEADER + 8]--;
              if (isTcp(frame)) {
                Bytes.put16(frame, IpPacket.transportAt(frame) + 14, 1_000);
              }
              Checksum.redo(frame);
              out.put(toServer, frame, 0);
            });
    assertThat(replayed.changes()).containsOnlyKeys("ip.ttl", "tcp.window");
    assertThat(outcomes(replayed, QUIET))
        .allMatch(flow -> flow.packets().changed() == flow.packets().sent())
        .allMatch(flow -> flow.result() == Result.PASSED);
  }

  @Test
  void anOverwrittenTagIsAChangeAndNoLoss() {
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              IpPacket.tag(frame, 0);
              out.put(toServer, frame, 0);
            });
    assertThat(replayed.changes()).containsOnlyKeys("ip.id");
    assertThat(outcomes(replayed, QUIET)).allMatch(flow -> flow.result() == Result.PASSED);
  }

  @Test
  void resetsAreABlockAndTellToWhom() {
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              out.put(toServer, frame, 0);
              if (isTcp(frame) && toServer && IpPacket.end(frame) > IpPacket.payloadAt(frame)) {
                out.put(true, reset(frame), 0);
              }
            });
    List<FlowReplay> tcp =
        outcomes(replayed, QUIET).stream().filter(f -> f.packets().sent() > 16).toList();
    assertThat(tcp)
        .isNotEmpty()
        .allMatch(flow -> flow.result() == Result.RESET && flow.atPacket() == 4)
        .allMatch(flow -> flow.packets().resetsToServer() > 0)
        .allMatch(flow -> flow.packets().resetsToClient() == 0);
  }

  private static byte[] reset(byte[] frame) {
    byte[] reset = Arrays.copyOf(frame, IpPacket.payloadAt(frame));
    reset[IpPacket.transportAt(frame) + 13] = 4;
    Bytes.put16(reset, Ethernet.HEADER + 2, reset.length - Ethernet.HEADER);
    Checksum.redo(reset);
    return reset;
  }

  @Test
  void copiesAndStraysAreFoundOut() {
    byte[] stray = scripts().get(1).steps().get(0).frame().clone();
    stray[Ethernet.HEADER + 16] = 99;
    Checksum.redo(stray);
    Replayed replayed =
        replay(
            (toServer, frame, out) -> {
              out.put(toServer, frame, 0);
              out.put(toServer, frame, 0);
              if (toServer && new String(frame, StandardCharsets.ISO_8859_1).contains(" ")) {
                out.put(true, stray.clone(), 0);
              }
            });
    assertThat(outcomes(replayed, QUIET)).anyMatch(flow -> flow.packets().duplicated() > 0);
    assertThat(replayed.strays().toThirdParties()).isPositive();
    assertThat(replayed.strays().topHosts()).hasSize(1);
  }

  @Test
  void aSlowBoxThrottles() {
    Replayed replayed =
        replay((toServer, frame, out) -> out.put(toServer, frame, isTcp(frame) ? 12_000_000 : 0));
    for (FlowReplay flow : outcomes(replayed, QUIET)) {
      assertThat(flow.result())
          .isEqualTo(flow.packets().sent() > 16 ? Result.THROTTLED : Result.PASSED);
    }
  }
}
