package org.dreyfus.inline.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.inline.lab.Wire;
import org.dreyfus.inline.load.Tcpreplay;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.inline.traffic.TestPath;

/**
 * How fast the stateful replay is beside tcpreplay, which sends without looking: in turns over the
 * same wire.
 */
public final class ReplaySpeed {

  private static final int FLOWS_IN_FLIGHT = 1_000;
  private static final int FLOWS = 6_000;
  private static final int ROUNDS = 3;
  private static final int TIMES = 3;
  private static final Pace PACE =
      new Pace(
          FLOWS_IN_FLIGHT,
          Duration.ofMillis(500),
          Pace.LEAST_RESENDS,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private ReplaySpeed() {}

  /**
   * What came out.
   *
   * @param tcpreplay packets/s, one a round
   * @param replay packets/s, one a round
   * @param packets of one round of the stateful replay
   * @param lost packets that never arrived, over all rounds
   * @param resent packets that were sent again, over all rounds
   * @param mostInFlight flows on the wire at the same time, the least of all rounds
   */
  public record Report(
      List<Double> tcpreplay,
      List<Double> replay,
      long packets,
      long lost,
      long resent,
      int mostInFlight) {

    public Report {
      tcpreplay = List.copyOf(tcpreplay);
      replay = List.copyOf(replay);
    }

    /** Packets/s. */
    public double medianOfTcpreplay() {
      return tcpreplay.stream().sorted().toList().get(tcpreplay.size() / 2);
    }
  }

  /** Measures, in a lab of its own. Needs root and tcpreplay. */
  public static Report measure() {
    List<Double> tcpreplay = new ArrayList<>();
    List<Double> replay = new ArrayList<>();
    long packets = 0;
    long lost = 0;
    long resent = 0;
    int inFlight = Integer.MAX_VALUE;
    try (TestBed bed = TestBed.lab(new Wire())) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Script> scripts =
            new HarmlessTraffic(round).flows(FLOWS).stream().map(Script::withoutGaps).toList();
        tcpreplay.add(Tcpreplay.topSpeed(bed.clients(), frames(scripts), TIMES).packetsPerSecond());
        Replayed replayed;
        try (TestPath path = bed.open()) {
          replayed = new Replayer(path, PACE).run(ScriptSupply.of(scripts), () -> {});
        }
        Tally tally = Tally.of(replayed, new PathNoise(0, Pace.LEAST_RESENDS));
        packets = tally.totals().sent();
        lost += tally.totals().dropped() + replayed.missed();
        resent += tally.totals().resent();
        inFlight = Math.min(inFlight, replayed.mostAtOnce());
        replay.add(replayed.sent() / replayed.seconds());
      }
    }
    return new Report(tcpreplay, replay, packets, lost, resent, inFlight);
  }

  /** As the clients send them. */
  private static List<byte[]> frames(List<Script> scripts) {
    return scripts.stream()
        .flatMap(script -> script.steps().stream())
        .filter(Step::toServer)
        .map(Step::frame)
        .toList();
  }
}
