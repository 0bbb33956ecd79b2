package org.dreyfus.capture.flow;

import java.util.Arrays;

/**
 * Rows of equally many words, numbered from 0, in pages of one size: a table that grows moves no
 * row. Only the first page grows, so that few rows take little.
 */
final class PagedWords {

  /** Small enough that the first page, which is copied while it grows, costs little a flow. */
  static final int PAGE_BITS = 12;

  private static final int PAGE_ROWS = 1 << PAGE_BITS;
  private static final int ROW_IN_PAGE = PAGE_ROWS - 1;
  private static final int FIRST_ROWS = 64;

  private final int wordsPerRow;
  private long[][] pages = new long[1][0];

  PagedWords(int wordsPerRow) {
    this.wordsPerRow = wordsPerRow;
  }

  /** The page that holds a row. */
  long[] page(int row) {
    return pages[row >>> PAGE_BITS];
  }

  /** Position of a row in its page, counted in rows. */
  static int rowInPage(int row) {
    return row & ROW_IN_PAGE;
  }

  /** Makes room for the row after those there are. Rows hold zeros at first. */
  void reserve(int row) {
    int number = row >>> PAGE_BITS;
    int needed = (rowInPage(row) + 1) * wordsPerRow;
    if (number == pages.length) {
      pages = Arrays.copyOf(pages, number * 2);
    }
    if (number > 0 && rowInPage(row) == 0) {
      pages[number] = new long[PAGE_ROWS * wordsPerRow];
    } else if (number == 0 && needed > pages[0].length) {
      int rows = Math.max(FIRST_ROWS, 2 * (needed / wordsPerRow - 1));
      pages[0] = Arrays.copyOf(pages[0], Math.min(rows, PAGE_ROWS) * wordsPerRow);
    }
  }

  /** Copies a row of another table of the same width. */
  void copy(int row, PagedWords other, int rowThere) {
    System.arraycopy(
        other.page(rowThere),
        rowInPage(rowThere) * wordsPerRow,
        page(row),
        rowInPage(row) * wordsPerRow,
        wordsPerRow);
  }
}
