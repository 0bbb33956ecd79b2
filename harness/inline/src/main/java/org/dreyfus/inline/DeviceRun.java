package org.dreyfus.inline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Sessions;
import org.dreyfus.inline.failure.FailureTests;
import org.dreyfus.inline.failure.FlowProbe;
import org.dreyfus.inline.load.LoadPlan;
import org.dreyfus.inline.load.LoadTest;
import org.dreyfus.inline.replay.Measurement;
import org.dreyfus.inline.replay.Plan;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.inline.traffic.TestPath;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineRun;

/** Measures devices, one after the other, and remembers what was measured until it is safe. */
public final class DeviceRun {

  private static final int PROBED_FLOWS = 32;

  private final Corpus corpus;
  private final Plan plan;
  private final DeviceJournal journal;
  private final Further further;
  private final BiConsumer<Integer, Integer> progress;

  /**
   * What is tried beside the replays.
   *
   * @param failures what happens when the device is killed, stopped, starved and overloaded
   * @param load what it can carry
   */
  public record Further(boolean failures, boolean load) {}

  /**
   * @param journal folder of what was measured before this process was killed
   * @param progress is told how many of how many sessions are on the wire or through
   */
  public DeviceRun(
      Corpus corpus,
      Plan plan,
      Further further,
      Path journal,
      BiConsumer<Integer, Integer> progress) {
    this.corpus = corpus;
    this.plan = plan;
    this.further = further;
    this.journal = new DeviceJournal(journal);
    this.progress = progress;
  }

  /**
   * Measures a device, unless that was done before.
   *
   * @throws IOException when the corpus cannot be read
   */
  public RunEvidence measure(DeviceUnderTest device) throws IOException {
    Optional<DeviceJournal.Kept> before = journal.read(identity(device));
    if (before.isPresent()) {
      return evidence(before.get());
    }
    RunEvidence evidence = DeviceEvidence.of(corpus, measured(device));
    journal.write(
        identity(device),
        new DeviceJournal.Kept(
            evidence.observations(),
            evidence.unstable().stream().sorted().toList(),
            evidence.inline().orElseThrow()));
    return evidence;
  }

  /** The results of a device stand in a bundle now. */
  public void forget(DeviceUnderTest device) throws IOException {
    journal.forget(identity(device));
  }

  private Measurement.Measured measured(DeviceUnderTest device) {
    Measurement.Measured measured = replayed(device);
    InlineRun run =
        measured
            .evidence()
            .run()
            .with(
                further.failures() ? failures(device) : List.of(),
                further.load()
                    ? Optional.of(LoadTest.run(() -> bed(device), LoadPlan.standard()))
                    : Optional.empty());
    return new Measurement.Measured(
        new InlineEvidence(run, measured.evidence().flows()),
        measured.flows(),
        measured.payloadBefore());
  }

  private Measurement.Measured replayed(DeviceUnderTest device) {
    try (TestBed bed = bed(device);
        TestPath path = bed.open()) {
      return new Measurement(corpus, plan, path, bed.device(), progress).run(device.facts().id());
    }
  }

  /** Only a device that we started can be made to fail by us. */
  private static List<FailureBehaviour> failures(DeviceUnderTest device) {
    if (device instanceof DeviceUnderTest.Started started) {
      return FailureTests.run(
          started.device(), FlowProbe.harmless(PROBED_FLOWS), FlowProbe.bitTorrent(PROBED_FLOWS));
    }
    return List.of();
  }

  private static TestBed bed(DeviceUnderTest device) {
    if (device instanceof DeviceUnderTest.PluggedIn plugged) {
      return TestBed.between(plugged.clients(), plugged.servers());
    }
    return TestBed.lab(((DeviceUnderTest.Started) device).device());
  }

  private RunEvidence evidence(DeviceJournal.Kept kept) {
    return new RunEvidence(
            Run.facts(corpus),
            corpus.sessions().stream().map(Sessions::withoutMentions).toList(),
            kept.observations(),
            new HashSet<>(kept.unstable()),
            kept.evidence().run().replays(),
            Set.of(),
            List.of())
        .with(kept.evidence());
  }

  private String identity(DeviceUnderTest device) {
    return device.facts() + " " + corpus.digest() + " " + plan + " " + further;
  }
}
