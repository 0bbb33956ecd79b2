package org.dreyfus.inline.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.traffic.TestPath;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineFlow.Change;
import org.dreyfus.scoring.inline.InlineFlow.Control;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineRun.Calibration;

/**
 * Measures a device: calibration, all sessions several times, controls for what was blocked,
 * calibration again.
 */
public final class Measurement {

  private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(20);
  private static final Duration LONGEST_DEADLINE = Duration.ofMillis(100);
  private static final Duration LATEST = Duration.ofMillis(20);
  private static final int CONTROL_KEYS = 1_000;
  private static final int FEWER = 8;

  private final Corpus corpus;
  private final Plan plan;
  private final TestPath path;
  private final Optional<RunningDevice> device;
  private final BiConsumer<Integer, Integer> progress;

  /**
   * @param device when the program has started it; a box that was plugged in is none
   * @param progress is told how many of how many sessions are on the wire or through
   */
  public Measurement(
      Corpus corpus,
      Plan plan,
      TestPath path,
      Optional<RunningDevice> device,
      BiConsumer<Integer, Integer> progress) {
    this.corpus = corpus;
    this.plan = plan;
    this.path = path;
    this.device = device;
    this.progress = progress;
  }

  /**
   * What was seen.
   *
   * @param evidence for the bundle
   * @param flows of each session, by its id, as offline runs count them
   * @param payloadBefore bytes of transport payload in a flow's packets before a given one
   */
  public record Measured(
      InlineEvidence evidence, Map<String, List<FlowRecord>> flows, PayloadBefore payloadBefore) {}

  /** Looks payload up. */
  @FunctionalInterface
  public interface PayloadBefore {
    /**
     * @param flow number of the flow's first frame
     * @param packet number within the flow, from 1
     */
    long bytes(String session, long flow, long packet);
  }

  /**
   * Measures.
   *
   * @param name of the device, for the results
   * @throws ReplayException when the run is void; the message says why
   */
  public Measured run(String name) {
    calibrate(-plan.seed() - 1, "to warm up");
    Calibration before = calibrate(plan.seed(), "before the replays");
    PathNoise noise = PathNoise.of(before);
    Pace pace = pace(before, noise, plan.sessionsAtOnce());
    try (CorpusScripts scripts =
        CorpusScripts.replays(corpus, plan.seed(), plan.gapCap().toNanos(), plan.replays())) {
      Replayed replayed = replay(scripts, pace);
      Tally tally = Tally.of(replayed, noise);
      Map<String, Map<Long, List<Control>>> controls = controls(before, noise, tally);
      Calibration after = calibrate(plan.seed() + 1, "after the replays");
      requireDevice();
      InlineEvidence evidence =
          new InlineEvidence(
              run(name, pace, before, after, replayed, tally),
              flows(tally, controls, new Inference(noise, tally.flowReplays())));
      Map<String, List<FlowRecord>> records = new HashMap<>();
      corpus.sessions().forEach(each -> records.put(each.id(), scripts.flows(each.id())));
      return new Measured(evidence, records, tally::payloadBefore);
    }
  }

  private Calibration calibrate(long seed, String when) {
    return new Calibrator(path, this::requireDevice).calibrate(seed, when);
  }

  private void requireDevice() {
    device
        .flatMap(RunningDevice::ended)
        .ifPresent(
            why -> {
              throw new ReplayException("the device has ended during the run: " + why);
            });
  }

  private static Pace pace(Calibration calibration, PathNoise noise, int sessionsAtOnce) {
    Duration usual = Duration.ofNanos((long) (calibration.p99Micros() * 1_000));
    Duration slowest = Duration.ofNanos((long) (calibration.maxMicros() * 1_000));
    Duration deadline = longer(SHORTEST_DEADLINE, usual.multipliedBy(4));
    if (deadline.compareTo(LONGEST_DEADLINE) > 0) {
      deadline = LONGEST_DEADLINE;
    }
    return new Pace(
        sessionsAtOnce,
        deadline,
        noise.resends(),
        longer(LATEST, slowest.multipliedBy(2)),
        longer(deadline, slowest).multipliedBy(3));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Replayed replay(CorpusScripts scripts, Pace pace) {
    Runnable check =
        () -> {
          requireDevice();
          progress.accept(scripts.taken(), scripts.size());
        };
    ScriptSupply supply =
        plan.resetBetweenSessions() ? new ResettingSupply(scripts, this::reset) : scripts;
    Replayed replayed = new Replayer(path, pace).run(supply, check);
    progress.accept(scripts.taken(), scripts.size());
    if (replayed.missed() > 0) {
      throw new ReplayException(
          "this machine lost %d packets that had come through the device; the run is void. Put fewer sessions on the wire"
              .formatted(replayed.missed()));
    }
    return replayed;
  }

  private void reset() {
    if (!device.map(RunningDevice::reset).orElse(false)) {
      throw new ReplayException(
          "the device cannot be told to forget what it has seen; leave out the reset between sessions");
    }
  }

  /** Replays of the sessions in which something was blocked, changed in two ways. */
  private Map<String, Map<Long, List<Control>>> controls(
      Calibration calibration, PathNoise noise, Tally tally) {
    Map<String, Map<Long, List<Control>>> controls = new HashMap<>();
    List<Session> blocked =
        corpus.sessions().stream().filter(each -> tally.hasBlocked(each.id())).toList();
    for (Change change : Change.values()) {
      int atOnce =
          change == Change.RE_TIMED
              ? Math.max(1, plan.sessionsAtOnce() / FEWER)
              : plan.sessionsAtOnce();
      int key = CONTROL_KEYS + change.ordinal();
      try (CorpusScripts scripts =
          CorpusScripts.changed(
              corpus, plan.seed(), plan.gapCap().toNanos(), blocked, change, key)) {
        Replayed replayed = replay(scripts, pace(calibration, noise, atOnce));
        for (SessionReplay session : replayed.sessions()) {
          note(controls, session, change, Outcomes.of(session, noise));
        }
      }
    }
    return controls;
  }

  private static void note(
      Map<String, Map<Long, List<Control>>> controls,
      SessionReplay session,
      Change change,
      List<FlowReplay> outcomes) {
    Map<Long, List<Control>> ofSession =
        controls.computeIfAbsent(session.script().session(), id -> new HashMap<>());
    for (int i = 0; i < outcomes.size(); i++) {
      ofSession
          .computeIfAbsent(session.script().flows().get(i), flow -> new ArrayList<>())
          .add(new Control(change, outcomes.get(i)));
    }
  }

  private static List<InlineFlow> flows(
      Tally tally, Map<String, Map<Long, List<Control>>> controls, Inference inference) {
    List<InlineFlow> flows = new ArrayList<>();
    tally.forEachFlow(
        (session, flow, replays) -> {
          boolean blocked =
              Inference.isMost(replays.stream().filter(FlowReplay::wasBlocked).count(), replays);
          List<Control> own =
              blocked
                  ? controls.getOrDefault(session, Map.of()).getOrDefault(flow, List.of())
                  : List.of();
          flows.add(inference.flow(session, flow, replays, own));
        });
    return flows;
  }

  private InlineRun run(
      String name,
      Pace pace,
      Calibration before,
      Calibration after,
      Replayed replayed,
      Tally tally) {
    Map<String, Long> notReplayed = new TreeMap<>();
    for (SessionReplay session : replayed.sessions()) {
      session.script().notReplayed().forEach((why, n) -> notReplayed.merge(why, n, Long::sum));
    }
    return new InlineRun(
        InlineRun.SCHEMA_VERSION,
        name,
        plan.replays(),
        pace.sessionsAtOnce(),
        plan.gapCap().toNanos() / 1_000,
        pace.resends(),
        before,
        after,
        tally.totals(),
        replayed.sent() / replayed.seconds(),
        replayed.seconds(),
        replayed.changes(),
        replayed.strays(),
        notReplayed,
        List.of(),
        Optional.empty());
  }
}
