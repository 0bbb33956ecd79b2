package org.dreyfus.classifier.ndpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

class PairVerdictsTest {

  private static final int PAIRS = 5_000;

  private final List<Integer> made = new ArrayList<>();
  private final PairVerdicts verdicts =
      new PairVerdicts(
          pair -> {
            made.add(pair);
            return new Verdict.Identified("protocol " + pair, true);
          });

  private static int pair(int i) {
    return i * 0x0003_0101 ^ i << 16;
  }

  @Test
  void everyPairHasOneVerdictOfItsOwn() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < PAIRS; i++) {
        int pair = pair(i);
        assertThat(verdicts.get(pair))
            .isEqualTo(new Verdict.Identified("protocol " + pair, true))
            .isSameAs(verdicts.get(pair));
      }
    }
    assertThat(made).hasSize(PAIRS).doesNotHaveDuplicates();
  }
}
