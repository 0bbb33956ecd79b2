package org.dreyfus.inline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.classifier.Direction.FROM_INITIATOR;
import static org.dreyfus.classifier.Direction.FROM_RESPONDER;

import java.util.List;
import java.util.Random;
import org.dreyfus.inline.traffic.FlowScript.Talk;
import org.dreyfus.inline.traffic.ScriptedFlows.Patience;
import org.junit.jupiter.api.Test;

final class ScriptedFlowsTest {

  private static final FlowScript TCP =
      FlowScript.tcp(
          List.of(
              new Talk(FROM_INITIATOR, NeutralText.of(40, 1)),
              new Talk(FROM_RESPONDER, NeutralText.of(81, 2))));
  private static final FlowScript UDP =
      FlowScript.udp(
          List.of(
              new Talk(FROM_INITIATOR, NeutralText.of(40, 3)),
              new Talk(FROM_RESPONDER, NeutralText.of(80, 4))));
  private static final Patience NONE = new Patience(0, 100_000_000);

  private static ScriptedFlows run(SimulatedPath path, FlowAddresses addresses, Patience patience) {
    ScriptedFlows flows = new ScriptedFlows(path, addresses, List.of(TCP, UDP), 600, patience);
    for (int flow = 0; flow < flows.size(); flow++) {
      flows.proceed(flow);
    }
    while (flows.onTheirWay() > 0) {
      flows.poll();
    }
    return flows;
  }

  @Test
  void everyFlowGoesThroughItsScript() {
    SimulatedPath path = SimulatedPath.wire();
    ScriptedFlows flows = run(path, FlowAddresses.fresh(80), new Patience(0, 100_000_000));
    assertThat(flows.passed()).isEqualTo(600);
    assertThat(path.sent()).isEqualTo(300L * 8 + 300L * 2);
  }

  @Test
  void framesCarryRightChecksumsAndNumbers() {
    SimulatedPath path =
        new SimulatedPath(
            1e9,
            1_000_000,
            10,
            frame -> {
              Transport transport =
                  TestFrame.isOurs(frame, Transport.TCP) ? Transport.TCP : Transport.UDP;
              assertThat(Octets.checksum(Octets.sum(frame, 14, 34, 0))).isZero();
              assertThat(Octets.checksum(TestFrame.transportSum(frame, transport))).isZero();
              return false;
            });
    assertThat(run(path, FlowAddresses.fresh(80), new Patience(0, 100_000_000)).passed())
        .isEqualTo(600);
    byte[] lastAcknowledgement = TCP.steps().get(7).frame();
    assertThat(Octets.get32(lastAcknowledgement, TestFrame.SEQUENCE))
        .isEqualTo(FlowScript.CLIENT_FIRST + 40 + 1);
    assertThat(Octets.get32(lastAcknowledgement, TestFrame.ACKNOWLEDGEMENT))
        .isEqualTo(FlowScript.SERVER_FIRST + 81 + 1);
  }

  @Test
  void aLostPacketFailsAFlowUnlessItIsSentAgain() {
    Random random = new Random(7);
    ScriptedFlows impatient =
        run(
            new SimulatedPath(1e9, 1_000_000, 10, frame -> random.nextInt(20) == 0),
            FlowAddresses.fresh(80),
            NONE);
    assertThat(impatient.failed()).isBetween(50, 250);
    assertThat(impatient.passed() + impatient.failed()).isEqualTo(600);
    ScriptedFlows patient =
        run(
            new SimulatedPath(1e9, 1_000_000, 10, frame -> random.nextInt(20) == 0),
            FlowAddresses.fresh(80),
            new Patience(6, 100_000_000));
    assertThat(patient.passed()).isEqualTo(600);
  }

  @Test
  void aResetEndsAFlow() {
    SimulatedPath path = SimulatedPath.wire();
    FlowAddresses addresses = FlowAddresses.fresh(80);
    ScriptedFlows flows = new ScriptedFlows(path, addresses, List.of(TCP), 2, NONE);
    byte[] reset = TestFrame.blank(Transport.TCP, FROM_RESPONDER, TestFrame.RST, new byte[0]);
    addresses.write(reset, FROM_RESPONDER, 1);
    TestFrame.seal(reset, Transport.TCP);
    flows.proceed(0);
    flows.proceed(1);
    path.inject(FROM_RESPONDER, reset);
    while (flows.onTheirWay() > 0) {
      flows.poll();
    }
    assertThat(flows.hasPassed(0)).isTrue();
    assertThat(flows.hasPassed(1)).isFalse();
  }

  @Test
  void flowsWaitWhereTheyAreTold() {
    SimulatedPath path = SimulatedPath.wire();
    ScriptedFlows flows = new ScriptedFlows(path, FlowAddresses.fresh(80), List.of(TCP), 10, NONE);
    flows.waitBefore(FlowScript.HANDSHAKE);
    for (int flow = 0; flow < 10; flow++) {
      flows.proceed(flow);
    }
    while (flows.onTheirWay() > 0) {
      flows.poll();
    }
    assertThat(path.sent()).isEqualTo(30);
    assertThat(flows.passed() + flows.failed()).isZero();
  }

  @Test
  void flowsOfAnotherSetAreLeftAlone() {
    FlowAddresses addresses = new FlowAddresses(300, 80);
    byte[] frame = TCP.steps().get(0).frame().clone();
    addresses.write(frame, FROM_INITIATOR, 777);
    assertThat(addresses.flowOf(frame, FROM_INITIATOR)).isEqualTo(777);
    assertThat(new FlowAddresses(301, 80).flowOf(frame, FROM_INITIATOR))
        .isEqualTo(FlowAddresses.FOREIGN);
    assertThat(new FlowAddresses(300, 81).flowOf(frame, FROM_INITIATOR))
        .isEqualTo(FlowAddresses.FOREIGN);
    assertThat(addresses.flowOf(frame, FROM_RESPONDER)).isEqualTo(FlowAddresses.FOREIGN);
  }
}
