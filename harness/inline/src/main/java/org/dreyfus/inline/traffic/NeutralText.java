package org.dreyfus.inline.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Text that nobody could take for anything but text. */
public final class NeutralText {

  private static final String[] WORDS = {
    "a", "and", "barn", "bright", "by", "cloud", "early", "field", "from", "garden", "green",
    "hill", "in", "lake", "light", "morning", "near", "of", "old", "on", "over", "path", "quiet",
    "rain", "river", "road", "slow", "stone", "summer", "the", "through", "tree", "under", "wall",
    "wind", "winter", "with", "wood"
  };

  private NeutralText() {}

  /**
   * Words, in ASCII.
   *
   * @param bytes how much, cut where it ends
   * @param seed the same gives the same
   */
  public static byte[] of(int bytes, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(bytes + 8);
    while (text.length() < bytes) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
  }
}
