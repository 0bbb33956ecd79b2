package org.dreyfus.recorder;

import java.util.random.RandomGenerator;

/**
 * The coins of one pair: EVIDENCE wants rights, order and roles left to chance, and recorded.
 *
 * @param firstIsUnlicensed which of the two works is registered as unlicensed
 * @param secondGoesFirst which of the two is recorded first
 * @param rolesSwapped in which order the hosts are plugged in
 */
record Coins(boolean firstIsUnlicensed, boolean secondGoesFirst, boolean rolesSwapped) {

  static Coins toss(RandomGenerator random) {
    return new Coins(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
  }
}
