package org.dreyfus.inline.replay;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.dreyfus.scoring.inline.InlineRun.Calibration;

/**
 * What a path does to harmless packets: all that a finding about a flow has to go beyond.
 *
 * @param lossRate share of packets that do not arrive at the first try, 0 to 1
 * @param resends how often a packet that has not arrived is sent again
 */
record PathNoise(double lossRate, int resends) {

  /** Above that, five attempts more do not tell loss from a block: the run is void. */
  static final double HIGHEST_LOSS_RATE = 0.3;

  private static final double RARE = 1e-6;
  private static final double NEVER = 1e-9;
  private static final int MOST_RESENDS = 16;
  private static final long FEWEST_HELD_BACK = 3;
  private static final double LEAST_SHARE = 0.1;

  /**
   * As calibration found it. The rate is that of one packet more than was lost, so that a path that
   * lost nothing is not taken for one that never does.
   */
  static PathNoise of(Calibration calibration) {
    double rate = (calibration.lost() + 1.0) / (calibration.packets() + 1.0);
    return new PathNoise(rate, resendsFor(calibration.lossRate()));
  }

  /**
   * The same path under the load of a run: what it does to all flows that were not blocked is no
   * finding about one of them.
   *
   * @param packets of flows that were not blocked
   * @param heldBack of these
   */
  PathNoise inRun(long packets, long heldBack) {
    return new PathNoise(Math.max(lossRate, (heldBack + 1.0) / (packets + 1.0)), resends);
  }

  /** So many that chance alone loses them all less than once in a thousand million packets. */
  private static int resendsFor(double lossRate) {
    if (lossRate <= 0) {
      return Pace.LEAST_RESENDS;
    }
    int sends = (int) Math.ceil(Math.log(NEVER) / Math.log(lossRate));
    return Math.min(MOST_RESENDS, Math.max(Pace.LEAST_RESENDS, sends - 1));
  }

  /**
   * Whether more packets of a flow were late, or had to be sent again, than the path explains: less
   * than one flow in a million would be by chance, and no fewer than three packets and a tenth.
   */
  boolean isThrottled(long packets, long heldBack) {
    if (heldBack < Math.max(FEWEST_HELD_BACK, LEAST_SHARE * packets)) {
      return false;
    }
    BinomialDistribution chance =
        BinomialDistribution.of((int) Math.min(Integer.MAX_VALUE, packets), Math.min(1, lossRate));
    return chance.survivalProbability((int) heldBack - 1) < RARE;
  }

  /**
   * How many of so many packets would look blocked though they were only lost: each was sent {@code
   * resends + 1} times.
   */
  double expectedLookalikes(long packets) {
    return packets * Math.pow(lossRate, resends + 1.0);
  }
}
