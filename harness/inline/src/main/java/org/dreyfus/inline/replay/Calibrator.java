package org.dreyfus.inline.replay;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.dreyfus.inline.traffic.TestPath;
import org.dreyfus.scoring.inline.InlineRun.Calibration;

/**
 * Sends harmless traffic through the device, to learn what the path loses and how long it takes. A
 * run whose path carries nothing, loses too much, or whose tester cannot keep up is void.
 */
final class Calibrator {

  private static final int FLOWS = 128;
  private static final int AT_ONCE = 32;
  private static final double NANOS_PER_MICRO = 1_000;

  /** Generous: what is normal for the path is only known afterwards. */
  private static final Pace PACE =
      new Pace(
          AT_ONCE,
          Duration.ofMillis(100),
          Pace.LEAST_RESENDS,
          Duration.ofSeconds(1),
          Duration.ofMillis(300));

  private final TestPath path;
  private final Runnable check;

  /**
   * @param check throws when the device is gone
   */
  Calibrator(TestPath path, Runnable check) {
    this.path = path;
    this.check = check;
  }

  /**
   * Calibrates the path.
   *
   * @param when for messages: "before the replays"
   * @throws ReplayException when the run is void
   */
  Calibration calibrate(long seed, String when) {
    List<Script> scripts = new HarmlessTraffic(seed).flows(FLOWS);
    Replayed replayed = new Replayer(path, PACE).run(ScriptSupply.of(scripts), check);
    Calibration calibration = summed(replayed);
    if (calibration.flowsBlocked() == calibration.flows()) {
      throw new ReplayException(
          ("calibration %s: nothing gets through; the run is void. Look at the cables: does the"
                  + " device join %s, is it switched on, does it forward?")
              .formatted(when, path.name()));
    } else if (calibration.missedByTester() > 0) {
      throw new ReplayException(
          ("calibration %s: this machine lost %d packets that had come through the device; the run"
                  + " is void. Put fewer sessions on the wire, or less load on the machine")
              .formatted(when, calibration.missedByTester()));
    } else if (calibration.lossRate() > PathNoise.HIGHEST_LOSS_RATE) {
      throw new ReplayException(
          ("calibration %s: the path loses %.0f %% of harmless packets, more than %.0f %%; loss"
                  + " cannot be told from blocking, the run is void")
              .formatted(when, 100 * calibration.lossRate(), 100 * PathNoise.HIGHEST_LOSS_RATE));
    }
    return calibration;
  }

  private static Calibration summed(Replayed replayed) {
    int blocked = 0;
    long packets = 0;
    long lost = 0;
    for (SessionReplay session : replayed.sessions()) {
      if (isBlocked(session)) {
        blocked++;
      } else {
        for (int i = 0; i < session.size(); i++) {
          packets += session.sends(i);
          lost += Math.max(0, session.sends(i) - session.arrivals(i));
        }
      }
    }
    Histogram latency = replayed.latencyNanos();
    return new Calibration(
        replayed.sessions().size(),
        blocked,
        packets,
        lost,
        latency.getValueAtPercentile(50) / NANOS_PER_MICRO,
        latency.getValueAtPercentile(99) / NANOS_PER_MICRO,
        latency.getMaxValue() / NANOS_PER_MICRO,
        replayed.missed());
  }

  /** Whether its last packets never arrived: the device stops even this. */
  private static boolean isBlocked(SessionReplay session) {
    for (int i = 0; i < session.size(); i++) {
      if (!session.hasArrived(i) && session.sends(i) > Pace.LEAST_RESENDS) {
        return true;
      }
    }
    return session.interference(0).resetsToClient() + session.interference(0).resetsToServer() > 0;
  }
}
