package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

class LeakageTest {

  private static List<Leakage> leakage(Cases cases) {
    return Scorer.score("test", cases.evidence(), Policy.OWN, List.of()).leakage();
  }

  @Test
  void onlyWhatWasBlockedInTimeLeaks() {
    Cases cases = new Cases();
    for (int i = 0; i < 9; i++) {
      cases.pair("at-once-" + i, "HTTP", Answer.ALLOWS, Answer.BLOCKS_AT_ONCE);
    }
    cases.pair("half-way", "HTTP", Answer.BLOCKS_TOO_LATE, Answer.BLOCKS_HALF_WAY);
    cases.alsoFlow(Role.CONTROL, LegalStatus.INFRINGING, Answer.BLOCKS_HALF_WAY);
    cases.pair("late", "HTTP", Answer.CRASHES, Answer.BLOCKS_TOO_LATE);
    assertThat(leakage(cases))
        .containsExactly(new Leakage(LegalStatus.INFRINGING, 10, 10, 10_000, 700, 0, 0, 700));
    assertThat(leakage(cases).get(0).share()).isEqualTo(0.07);
  }

  @Test
  void quantilesAreByNearestRank() {
    Cases cases = new Cases();
    cases.pair("a", "HTTP", Answer.BLOCKS_HALF_WAY, Answer.ALLOWS).carrying(500);
    cases.pair("b", "HTTP", Answer.BLOCKS_AT_ONCE, Answer.ALLOWS);
    cases.pair("c", "HTTP", Answer.BLOCKS_HALF_WAY, Answer.ALLOWS);
    assertThat(leakage(cases))
        .containsExactly(new Leakage(LegalStatus.LEGAL, 3, 3, 3_000, 1_400, 700, 700, 700));
  }

  @Test
  void whereNothingIsBlockedThereIsNothingToSay() {
    assertThat(leakage(new Cases().pair("a", "HTTP", Answer.ALLOWS, Answer.CRASHES))).isEmpty();
  }
}
