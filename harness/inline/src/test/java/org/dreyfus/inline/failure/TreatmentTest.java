package org.dreyfus.inline.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;
import org.dreyfus.scoring.inline.FailureBehaviour.Fate;
import org.junit.jupiter.api.Test;

final class TreatmentTest {

  private static Treatment of(Map<String, Boolean> harmless, Map<String, Boolean> blockable) {
    return new Treatment(new TreeMap<>(harmless), new TreeMap<>(blockable));
  }

  @Test
  void onlyWhatIsTreatedRightWhenWellIsJudged() {
    Treatment well =
        of(Map.of("0/a", true, "0/b", false), Map.of("1/c", false, "1/d", true)).normal();
    assertThat(well).isEqualTo(of(Map.of("0/a", true), Map.of("1/c", false)));
    Treatment failing = of(Map.of("0/a", false, "0/b", true), Map.of("1/c", true, "1/d", true));
    assertThat(failing.restrictedTo(well)).isEqualTo(of(Map.of("0/a", false), Map.of("1/c", true)));
    assertThat(failing.differences(well)).containsExactly("a", "c");
    assertThat(well.differences(well)).isEmpty();
  }

  @Test
  void flowsOfWhichSomePassAreMisjudged() {
    assertThat(FailureTrial.fate(new TreeMap<>(Map.of("a", true, "b", true))))
        .isEqualTo(Fate.PASSES);
    assertThat(FailureTrial.fate(new TreeMap<>(Map.of("a", false)))).isEqualTo(Fate.STOPS);
    assertThat(FailureTrial.fate(new TreeMap<>(Map.of("a", true, "b", false))))
        .isEqualTo(Fate.MISJUDGED);
    assertThat(FailureTrial.fate(new TreeMap<>())).isEqualTo(Fate.NOT_TRIED);
  }

  @Test
  void onlyFlowsOfAMixedKindAreNamed() {
    Treatment well = of(Map.of("0/a", true, "0/b", true), Map.of("1/c", false));
    Treatment failing = of(Map.of("0/a", true, "0/b", false), Map.of("1/c", true));
    assertThat(failing.differences(well.onlyMixedIn(failing))).containsExactly("b");
  }

  @Test
  void theTableSaysItInWords() {
    String text =
        FailureText.of(
            List.of(
                new FailureBehaviour(Failure.KILLED, Fate.STOPS, Fate.PASSES, "First."),
                new FailureBehaviour(
                    Failure.OVERLOADED, Fate.MISJUDGED, Fate.NOT_TRIED, "Second.")));
    assertThat(text.lines())
        .containsExactly(
            "device is    harmless     blockable",
            "killed       stops        passes",
            "overloaded   misjudged    not tried",
            "",
            "First.",
            "Second.");
  }
}
