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
import org.dreyfus.inline.replay.Measurement;
import org.dreyfus.inline.replay.Plan;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.inline.traffic.TestPath;
import org.dreyfus.scoring.RunEvidence;

/** Measures devices, one after the other, and remembers what was measured until it is safe. */
public final class DeviceRun {

  private final Corpus corpus;
  private final Plan plan;
  private final DeviceJournal journal;
  private final BiConsumer<Integer, Integer> progress;

  /**
   * @param journal folder of what was measured before this process was killed
   * @param progress is told how many of how many sessions are on the wire or through
   */
  public DeviceRun(Corpus corpus, Plan plan, Path journal, BiConsumer<Integer, Integer> progress) {
    this.corpus = corpus;
    this.plan = plan;
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
    try (TestBed bed = bed(device);
        TestPath path = bed.open()) {
      return new Measurement(corpus, plan, path, bed.device(), progress).run(device.facts().id());
    }
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
    return device + " " + device.facts() + " " + corpus.digest() + " " + plan;
  }
}
