package org.dreyfus.inline.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.inline.load.RateSearch.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateSearchTest {

  private static final RateSearch SEARCH = new RateSearch(128_000, 7, 0.05, 2);

  @ParameterizedTest
  @ValueSource(doubles = {1_500, 2_100, 30_000, 66_000, 127_000})
  void theLimitIsFound(double limit) {
    List<Double> tried = new ArrayList<>();
    double found =
        SEARCH.highest(
            rate -> {
              tried.add(rate);
              return rate <= limit ? Held.YES : Held.NO;
            });
    assertThat(found).isBetween(limit * 0.94, limit);
    assertThat(tried).hasSizeLessThan(25);
    assertThat(tried.get(0)).isEqualTo(2_000);
  }

  @Test
  void aDeviceThatAlwaysLosesHasNone() {
    assertThat(SEARCH.highest(rate -> Held.NO)).isZero();
  }

  @Test
  void nothingAboveTheBoundIsTried() {
    List<Double> tried = new ArrayList<>();
    double found =
        SEARCH.highest(
            rate -> {
              tried.add(rate);
              return Held.YES;
            });
    assertThat(found).isEqualTo(128_000);
    assertThat(tried).hasSize(7).allMatch(rate -> rate <= 128_000);
  }

  @Test
  void lossThatHappensOnceIsTriedAgain() {
    List<Double> tried = new ArrayList<>();
    double found =
        SEARCH.highest(
            rate -> {
              boolean first = !tried.contains(rate);
              tried.add(rate);
              return first ? Held.NO : Held.YES;
            });
    assertThat(found).isEqualTo(128_000);
  }

  @Test
  void aTesterThatCannotOfferARateDoesNotStopTheSearch() {
    assertThat(SEARCH.highest(rate -> rate > 10_000 ? Held.NOT_OFFERED : Held.YES))
        .isEqualTo(128_000);
  }
}
