package org.dreyfus.recorder.works;

import java.util.random.RandomGenerator;

/** How large a work is. Most are small, so that a corpus is; one stratum is not. */
public enum WorkSize {
  /** 16 to 28 KiB: enough for any classifier to make up its mind. */
  USUAL(16 << 10, 28 << 10),
  /** 1 MiB and a little more. */
  LARGE(1 << 20, (1 << 20) + (64 << 10));

  private final int leastBytes;
  private final int mostBytes;

  WorkSize(int leastBytes, int mostBytes) {
    this.leastBytes = leastBytes;
    this.mostBytes = mostBytes;
  }

  /** An even number of bytes, so that every kind of file can have it. */
  public int draw(RandomGenerator random) {
    return random.nextInt(leastBytes, mostBytes + 1) & ~1;
  }
}
