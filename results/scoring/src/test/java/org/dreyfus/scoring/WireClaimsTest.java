package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.scoring.Wires.CHANGED;
import static org.dreyfus.scoring.Wires.CLEAN;
import static org.dreyfus.scoring.Wires.LATE;
import static org.dreyfus.scoring.Wires.QUIET;
import static org.dreyfus.scoring.Wires.dropped;
import static org.dreyfus.scoring.Wires.passed;
import static org.dreyfus.scoring.Wires.reset;
import static org.dreyfus.scoring.inline.InlineVerdict.ALLOWED;
import static org.dreyfus.scoring.inline.InlineVerdict.BLOCKED;
import static org.dreyfus.scoring.inline.InlineVerdict.THROTTLED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.scoring.Cases.Answer;
import org.dreyfus.scoring.Finding.Result;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineRun;
import org.junit.jupiter.api.Test;

class WireClaimsTest {

  private static final Hypothesis UNCHANGED = new Hypothesis.LeavesTrafficUnchanged();
  private static final Hypothesis EVERY_THREE_HOURS = new Hypothesis.SendsAtMost(1, 10_800);

  private static Finding decide(Wires wires, Hypothesis hypothesis, Population population) {
    RunEvidence evidence =
        new Cases()
            .session("x", "x", "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
            .session("y", "y", "TLS", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
            .evidence()
            .with(wires.evidence());
    Claim claim =
        new Claim("c", "q", true, "s", "v", "box", "reading", population, hypothesis, Set.of());
    ClaimFile file = new ClaimFile(1, "f", "F", "Test.", false, Optional.empty(), List.of(claim));
    return Scorer.score("box", evidence, Policy.OWN, List.of(file))
        .claims()
        .get(0)
        .findings()
        .get(0);
  }

  private static Finding decide(Wires wires, Hypothesis hypothesis) {
    return decide(wires, hypothesis, Population.everything());
  }

  private static Wires clean() {
    return new Wires(60, QUIET).flow("x", ALLOWED, passed(CLEAN), passed(CLEAN), passed(CLEAN));
  }

  private static InlineRun.Strays strays(long packets, long perSecond) {
    return new InlineRun.Strays(
        packets,
        packets,
        0,
        packets,
        packets / 60.0,
        perSecond,
        packets,
        Map.of("192.0.2.9", packets));
  }

  @Test
  void aWireLeavesTrafficUnchangedAndIsNeverSupported() {
    Finding finding = decide(clean(), UNCHANGED);
    assertThat(finding.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(finding.because())
        .contains("In 3 replays of 1 flows, with 30 packets, it added no packet")
        .contains("60 seconds");
  }

  @Test
  void droppingIsBlockingAndChangesNothing() {
    Wires drops = clean().flow("y", BLOCKED, dropped(), dropped(), dropped());
    assertThat(decide(drops, UNCHANGED).result()).isEqualTo(Result.NOT_REFUTED);
  }

  @Test
  void resetsAreAddedPackets() {
    Finding finding = decide(clean().flow("y", BLOCKED, reset(), reset(), reset()), UNCHANGED);
    assertThat(finding.result()).isEqualTo(Result.REFUTED);
    assertThat(finding.because()).contains("added 6 packets (resets 6,", "1 flows bear witness");
    assertThat(finding.witnesses())
        .singleElement()
        .satisfies(its -> assertThat(its.flow()).isEqualTo(new FlowRef("y", 1)))
        .satisfies(
            its ->
                assertThat(its.what())
                    .isEqualTo("3 resets to the client, 3 resets to the server in 3 replays"));
  }

  @Test
  void aChangedPacketRefutesOnlyWhereTheFlowPassed() {
    Wires changes = clean().flow("y", ALLOWED, passed(CHANGED), passed(CHANGED), passed(CHANGED));
    assertThat(decide(changes, UNCHANGED).result()).isEqualTo(Result.REFUTED);
    FlowReplay blocked = new FlowReplay(FlowReplay.Result.DROPPED, 3, CHANGED);
    Wires blocks = clean().flow("y", BLOCKED, blocked, blocked, blocked);
    assertThat(decide(blocks, UNCHANGED).result()).isEqualTo(Result.NOT_REFUTED);
  }

  @Test
  void theMachineMayDelayAPacketButNotAFlowInMostReplays() {
    Finding once =
        decide(
            new Wires(60, QUIET).flow("x", ALLOWED, passed(LATE), passed(CLEAN), passed(CLEAN)),
            UNCHANGED);
    assertThat(once.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(once.because()).contains("1 packets came late");
    FlowReplay late = new FlowReplay(FlowReplay.Result.THROTTLED, 0, LATE);
    Wires throttles = clean().flow("y", THROTTLED, late, late, passed(CLEAN));
    assertThat(decide(throttles, UNCHANGED).result()).isEqualTo(Result.REFUTED);
  }

  @Test
  void oneReplayRefutesNothingAndABlindTesterShowsNothing() {
    Wires one = new Wires(60, QUIET).flow("x", ALLOWED, passed(CHANGED));
    assertThat(decide(one, UNCHANGED).result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(decide(one, UNCHANGED).because()).contains("A refutation needs 3 replays.");
    assertThat(decide(clean().blind(), UNCHANGED).result()).isEqualTo(Result.NOT_TESTABLE);
  }

  @Test
  void onlyWhatTheSentenceSpeaksOfCounts() {
    Wires resets =
        new Wires(60, strays(1, 1))
            .flow("x", ALLOWED, passed(CLEAN), passed(CLEAN), passed(CLEAN))
            .flow("y", BLOCKED, reset(), reset(), reset());
    Population http = Population.everything().over(Set.of("HTTP"));
    assertThat(decide(resets, UNCHANGED, http).result()).isEqualTo(Result.NOT_REFUTED);
    Population gopher = Population.everything().over(Set.of("Gopher"));
    assertThat(decide(resets, UNCHANGED, gopher).result()).isEqualTo(Result.NOT_TESTABLE);
  }

  @Test
  void aPacketOfNoSessionIsAdded() {
    Wires strays =
        new Wires(60, strays(4, 1)).flow("x", ALLOWED, passed(CLEAN), passed(CLEAN), passed(CLEAN));
    Finding finding = decide(strays, UNCHANGED);
    assertThat(finding.result()).isEqualTo(Result.REFUTED);
    assertThat(finding.because()).contains("outside any session 4");
  }

  private static Finding sends(double seconds, InlineRun.Strays strays) {
    return decide(
        new Wires(seconds, strays).flow("x", ALLOWED, passed(CLEAN), passed(CLEAN), passed(CLEAN)),
        EVERY_THREE_HOURS);
  }

  @Test
  void aFloodIsMoreThanOnePacketInThreeHours() {
    Finding flood = sends(60, strays(480_000, 8_000));
    assertThat(flood.result()).isEqualTo(Result.REFUTED);
    assertThat(flood.because()).contains("480000 to one host", "8000 to one host within a second");
    assertThat(sends(60, strays(2, 1)).result()).isEqualTo(Result.REFUTED);
  }

  @Test
  void aQuietBoxIsNotRefutedAndTheRunSaysHowShortItWas() {
    Finding quiet = sends(60, QUIET);
    assertThat(quiet.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(quiet.because())
        .contains("A run of 60 seconds does not show what it sends in 10800");
    assertThat(sends(20_000, strays(2, 1)).because()).contains("at most 10800 seconds would tell");
    assertThat(sends(20_000, strays(2, 1)).result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(sends(20_000, strays(3, 1)).result())
        .as("three packets in two stretches: one stretch holds two")
        .isEqualTo(Result.REFUTED);
  }
}
