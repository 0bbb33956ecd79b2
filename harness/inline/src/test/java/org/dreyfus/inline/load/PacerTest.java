package org.dreyfus.inline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PacerTest {

  private static final long MILLI = 1_000_000;
  private static final LoadPhases PHASES =
      new LoadPhases(
          Duration.ZERO,
          Duration.ofMillis(400),
          Duration.ofSeconds(1),
          Duration.ofMillis(200),
          Duration.ZERO);

  @Test
  void theRateRisesStaysAndFalls() {
    assertThat(PHASES.offered(-5, 1000)).isZero();
    assertThat(PHASES.offered(200 * MILLI, 1000)).isEqualTo(50, within(1e-9));
    assertThat(PHASES.offered(400 * MILLI, 1000)).isEqualTo(200, within(1e-9));
    assertThat(PHASES.offered(900 * MILLI, 1000)).isEqualTo(700, within(1e-9));
    assertThat(PHASES.offered(1400 * MILLI, 1000)).isEqualTo(1200, within(1e-9));
    assertThat(PHASES.offered(1500 * MILLI, 1000)).isEqualTo(1275, within(1e-9));
    assertThat(PHASES.offered(9000 * MILLI, 1000)).isEqualTo(1300, within(1e-9));
  }

  @Test
  void allThatIsDueIsSentInTime() {
    Pacer pacer = new Pacer(PHASES, 10_000, 77);
    long sent = 0;
    long sustained = 0;
    for (long now = 77; !pacer.isOver(now); now += 10_000) {
      int due = pacer.due(now, 1000);
      sent += due;
      sustained += pacer.isSustained(now) ? due : 0;
    }
    assertThat(sent).isBetween(12_998L, 13_000L);
    assertThat(sustained).isBetween(9_998L, 10_001L);
  }

  @Test
  void aBatchTakesNoMoreThanItsSize() {
    Pacer pacer = new Pacer(LoadPhases.steady(Duration.ofSeconds(1)), 100_000, 0);
    assertThat(pacer.due(MILLI, 32)).isEqualTo(32);
    assertThat(pacer.due(MILLI, 1000)).isEqualTo(68);
    assertThat(pacer.due(MILLI, 1000)).isZero();
  }

  @Test
  void whatWasMissedWhileTheTesterWasHeldUpIsForgone() {
    Pacer pacer = new Pacer(LoadPhases.steady(Duration.ofSeconds(1)), 100_000, 0);
    assertThat(pacer.due(500 * MILLI, 1_000_000)).isEqualTo(200);
    assertThat(pacer.due(501 * MILLI, 1_000_000)).isEqualTo(100);
  }

  @Test
  void aSustainPhaseOfNothingIsRefused() {
    assertThatThrownBy(() -> LoadPhases.steady(Duration.ZERO))
        .hasMessageContaining("measures nothing");
  }
}
