package org.dreyfus.capture.flow;

import java.util.Arrays;

/**
 * Places of slots by hash: open addressing with linear probing. Lies in pages that stay when it
 * grows, so that growing leaves nothing to collect. Whoever lets it grow enters all slots again.
 *
 * <p>An entry is slot + 1 in as many bits as the index needs, and bits of the hash in those above:
 * the larger the table, the fewer.
 */
final class FlowIndex {

  /** The entry of a place that is not taken. */
  static final int FREE = 0;

  private static final int PAGE_BITS = 14;
  private static final int PAGE_PLACES = 1 << PAGE_BITS;
  private static final int FIRST_PLACES = 1_024;

  /** Only the first one grows. */
  private int[][] pages = {new int[FIRST_PLACES]};

  private int mask = FIRST_PLACES - 1;

  /** Where the search for a hash begins. */
  int home(long hash) {
    return (int) hash & mask;
  }

  /** Where it goes on. */
  int next(int place) {
    return (place + 1) & mask;
  }

  int entry(int place) {
    return pages[place >>> PAGE_BITS][place & PAGE_PLACES - 1];
  }

  /** The bits of a hash that entries hold. */
  int tag(long hash) {
    return (int) (hash >>> 32) & ~mask;
  }

  boolean hasTag(int entry, int tag) {
    return (entry & ~mask) == tag;
  }

  /** The slot of an entry that is not {@link #FREE}. */
  int slot(int entry) {
    return (entry & mask) - 1;
  }

  /** Whether it has to grow before it takes a slot more. */
  boolean isFull(int slots) {
    return slots > (mask + 1) / 3 * 2;
  }

  void enter(long hash, int slot) {
    int place = home(hash);
    while (entry(place) != FREE) {
      place = next(place);
    }
    pages[place >>> PAGE_BITS][place & PAGE_PLACES - 1] = tag(hash) | slot + 1;
  }

  /** Has twice as many places afterwards, all free. */
  void grow() {
    mask = mask * 2 + 1;
    if (mask < PAGE_PLACES) {
      pages[0] = new int[mask + 1];
      return;
    }
    for (int[] page : pages) {
      Arrays.fill(page, FREE);
    }
    int before = pages.length;
    pages = Arrays.copyOf(pages, before * 2);
    for (int i = before; i < pages.length; i++) {
      pages[i] = new int[PAGE_PLACES];
    }
  }
}
