package org.dreyfus.inline.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dreyfus.scoring.inline.FailureBehaviour.Fate.NOT_TRIED;
import static org.dreyfus.scoring.inline.FailureBehaviour.Fate.PASSES;
import static org.dreyfus.scoring.inline.FailureBehaviour.Fate.STOPS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.inline.lab.Devices;
import org.dreyfus.inline.lab.Wire;
import org.dreyfus.inline.load.LoadPlan;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;
import org.dreyfus.scoring.inline.FailureBehaviour.Fate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FailureTestsTest {

  @TempDir private Path folder;

  private static final List<Probe> PROBES =
      List.of(FlowProbe.harmless(10), FlowProbe.bitTorrent(4));

  @BeforeEach
  void needs() throws Exception {
    Bump.isNeeded();
  }

  private static FailureBehaviour one(Device device, Failure failure) {
    FailurePlan standard = FailurePlan.standard();
    FailurePlan plan =
        new FailurePlan(
            Set.of(failure),
            standard.runningShare(),
            standard.period(),
            LoadPlan.standard(),
            standard.overloadPacketsPerSecond(),
            Duration.ofMillis(300));
    List<FailureBehaviour> behaviours = FailureTests.run(device, plan, PROBES, line -> {});
    assertThat(behaviours).hasSize(1);
    return behaviours.get(0);
  }

  private static void is(FailureBehaviour behaviour, Fate harmless, Fate blockable) {
    assertThat(behaviour.harmless()).as(behaviour.summary()).isEqualTo(harmless);
    assertThat(behaviour.blockable()).as(behaviour.summary()).isEqualTo(blockable);
  }

  @Test
  void nothingPassesAProcessThatIsGoneAndANewOneWorks() throws Exception {
    FailureBehaviour killed = one(Bump.device(folder), Failure.KILLED);
    is(killed, STOPS, STOPS);
    assertThat(killed.summary())
        .isEqualTo(
            "Killed (SIGKILL, 1 process): of 20 harmless flows 0 passed, of 4 that it blocks when"
                + " well 0 passed; started again, it treated all 24 flows as before.");
  }

  @Test
  void nothingPassesAProcessThatStandsStillAndItGoesOn() throws Exception {
    FailureBehaviour stopped = one(Bump.device(folder), Failure.STOPPED);
    is(stopped, STOPS, STOPS);
    assertThat(stopped.summary())
        .startsWith("Stopped (SIGSTOP, 1 process): of 20 harmless flows 0 passed")
        .contains("afterwards it treated all 24 flows as before");
  }

  @Test
  void aStarvedProcessIsSlowAndStillRight() throws Exception {
    FailureBehaviour starved = one(Bump.device(folder), Failure.STARVED);
    is(starved, PASSES, STOPS);
    assertThat(starved.summary())
        .startsWith("Left to run for 10 % of the time (1 process): of 20 harmless flows 20 passed")
        .contains("afterwards it treated all 24 flows as before");
  }

  @Test
  void aSlowProcessIsOverloadedAndNeverLetsBlockableFlowsThrough() throws Exception {
    FailureBehaviour overloaded = one(Bump.device(folder, "slow"), Failure.OVERLOADED);
    assertThat(overloaded.harmless()).as(overloaded.summary()).isNotEqualTo(NOT_TRIED);
    assertThat(overloaded.blockable()).as(overloaded.summary()).isEqualTo(STOPS);
    assertThat(overloaded.summary())
        .matches("Overloaded \\([0-9,]+ packets/s offered beside, \\d+ % of them lost\\): .*")
        .contains("it treated all 24 flows as before");
  }

  @Test
  void aDeviceThatFailsOpenPassesEverything() throws Exception {
    Device open = new LastAct(Bump.device(folder), LastAct::join);
    is(one(open, Failure.KILLED), PASSES, PASSES);
  }

  @Test
  void nothingPassesCablesThatGoWithTheDevice() throws Exception {
    Device gone = new LastAct(Bump.device(folder), LastAct::cut);
    FailureBehaviour killed = one(gone, Failure.KILLED);
    is(killed, STOPS, STOPS);
    assertThat(killed.summary())
        .startsWith("Killed, with the cables cut by that: of 20 harmless flows 0 passed")
        .contains("started again, it treated all 24 flows as before");
  }

  @Test
  void aDeviceWithoutProcessCannotBeKilled() {
    Device nft = Devices.shipped().named("nft");
    for (Failure failure : List.of(Failure.KILLED, Failure.STOPPED, Failure.STARVED)) {
      FailureBehaviour behaviour = one(nft, failure);
      is(behaviour, NOT_TRIED, NOT_TRIED);
      assertThat(behaviour.summary()).contains("there is no process");
    }
  }

  @Test
  void aWireThatCarriesAllWasNotOverloaded() {
    FailureBehaviour behaviour = one(new Wire(), Failure.OVERLOADED);
    is(behaviour, NOT_TRIED, NOT_TRIED);
    assertThat(behaviour.summary()).startsWith("It could not be overloaded: it carried ");
  }

  @Test
  void withoutHarmlessFlowsNothingCanBeSaid() {
    assertThatThrownBy(() -> FailureTests.run(new Wire(), FlowProbe.bitTorrent(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no probe with harmless flows");
  }
}
