package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.scoring.Wires.CLEAN;
import static org.dreyfus.scoring.Wires.QUIET;
import static org.dreyfus.scoring.Wires.dropped;
import static org.dreyfus.scoring.Wires.passed;
import static org.dreyfus.scoring.inline.InlineVerdict.ALLOWED;
import static org.dreyfus.scoring.inline.InlineVerdict.BLOCKED;
import static org.dreyfus.scoring.inline.InlineVerdict.INCONCLUSIVE;

import java.util.List;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.scoring.Cases.Answer;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineVerdict;
import org.junit.jupiter.api.Test;

class InlineSummaryTest {

  private static Cases cases() {
    return new Cases()
        .session("a", "a1", "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
        .session("a", "a2", "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
        .session("b", "b1", "TLS", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
        .session("c", "c1", "FTP", Protection.PLAIN, LegalStatus.INFRINGING, Answer.BLOCKS_AT_ONCE);
  }

  private static Wires wires(InlineVerdict verdict) {
    return new Wires(60, QUIET)
        .flow("a1", ALLOWED, dropped(), passed(CLEAN), passed(CLEAN))
        .flow("a2", ALLOWED, passed(CLEAN), passed(CLEAN), passed(CLEAN))
        .flow("b1", verdict, passed(CLEAN), passed(CLEAN), passed(CLEAN))
        .flow("c1", BLOCKED, dropped(), dropped(), dropped());
  }

  private static InlineSummary summary(Wires wires) {
    return Scorer.score("x", cases().evidence().with(wires.evidence()), Policy.OWN, List.of())
        .inline()
        .orElseThrow();
  }

  @Test
  void aClassifierHasNoInlinePart() {
    assertThat(Scorer.score("x", cases().evidence(), Policy.OWN, List.of()).inline()).isEmpty();
  }

  @Test
  void ratesAreOverReplaysAndIntervalsOverClusters() {
    InlineSummary summary = summary(wires(ALLOWED));
    ReplayRate lawful = summary.lawful();
    assertThat(lawful.sessions()).isEqualTo(3);
    assertThat(lawful.clusters()).isEqualTo(2);
    assertThat(lawful.replays()).isEqualTo(9);
    assertThat(lawful.blocked()).isEqualTo(1);
    assertThat(lawful.clusterRate()).as("one in six, and none").isEqualTo(0.0833333);
    ClusterInterval interval = ClusterInterval.of(1 / 6.0, 2, 0.05);
    assertThat(lawful.upper()).isCloseTo(interval.upper(), within(1e-5));
    assertThat(summary.unlicensed().blocked()).isEqualTo(3);
    assertThat(summary.unlicensed().clusterRate()).isEqualTo(1);
  }

  private static org.assertj.core.data.Offset<Double> within(double distance) {
    return org.assertj.core.data.Offset.offset(distance);
  }

  @Test
  void flowsBlockedInSomeReplaysAreCounted() {
    InlineSummary summary = summary(wires(ALLOWED));
    assertThat(summary.flowsByBlockedReplays()).containsExactly(2, 1, 0, 1);
    assertThat(summary.treatedUnalike()).isEqualTo(1);
    assertThat(summary.results()).containsEntry(FlowReplay.Result.DROPPED, 4L);
    assertThat(summary.letThrough().sent()).isEqualTo(80);
    assertThat(summary.blocked().dropped()).isEqualTo(24);
    assertThat(summary.withoutCause()).isEqualTo(1);
  }

  @Test
  void inconclusiveCountsBothWays() {
    InlineSummary summary = summary(wires(INCONCLUSIVE));
    assertThat(summary.lawful().blocked()).isEqualTo(1);
    assertThat(summary.lawful().blockedIfInconclusive()).isEqualTo(4);
    assertThat(summary.lawful().upper()).isGreaterThan(summary(wires(ALLOWED)).lawful().upper());
    assertThat(summary.sessions())
        .containsEntry(INCONCLUSIVE, 1)
        .containsEntry(BLOCKED, 1)
        .containsEntry(ALLOWED, 2);
  }

  @Test
  void aBlockAfterTheLastDataIsNoBlock() {
    FlowReplay late = new FlowReplay(FlowReplay.Result.DROPPED, Cases.PACKETS + 1, Wires.DROPPED);
    Wires wires = new Wires(60, QUIET).flow("a1", BLOCKED, late, late, late);
    assertThat(summary(wires).lawful().blocked()).isZero();
  }
}
