package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagedWordsTest {

  private static final int ROWS = 3 * (1 << PagedWords.PAGE_BITS) + 5;
  private static final int WORDS = 3;

  private static void put(PagedWords words, int row) {
    for (int i = 0; i < WORDS; i++) {
      words.page(row)[PagedWords.rowInPage(row) * WORDS + i] = row * 10L + i;
    }
  }

  private static long word(PagedWords words, int row, int word) {
    return words.page(row)[PagedWords.rowInPage(row) * WORDS + word];
  }

  @Test
  void everyRowKeepsItsWordsWhileTheTableGrows() {
    PagedWords words = new PagedWords(WORDS);
    for (int row = 0; row < ROWS; row++) {
      words.reserve(row);
      assertThat(word(words, row, 1)).isZero();
      put(words, row);
    }
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < WORDS; i++) {
        assertThat(word(words, row, i)).isEqualTo(row * 10L + i);
      }
    }
  }

  @Test
  void fewRowsTakeLittle() {
    PagedWords words = new PagedWords(WORDS);
    words.reserve(0);
    assertThat(words.page(0)).hasSizeLessThan(100 * WORDS);
  }

  @Test
  void copiesRowsBetweenTables() {
    PagedWords from = new PagedWords(WORDS);
    PagedWords to = new PagedWords(WORDS);
    for (int row = 0; row < 10; row++) {
      from.reserve(row);
      to.reserve(row);
      put(from, row);
    }
    to.copy(3, from, 8);
    assertThat(word(to, 3, 2)).isEqualTo(82);
    assertThat(word(to, 4, 0)).isZero();
  }
}
