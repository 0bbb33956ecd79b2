package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.scoring.Cases.Answer;
import org.dreyfus.scoring.Finding.Result;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Population ALL = Population.everything();
  private static final Population LAWFUL = ALL.only(Legality.LEGAL);
  private static final Population UNLICENSED = ALL.only(Legality.INFRINGING);

  private static Claim claim(Population population, Hypothesis hypothesis, String... feeds) {
    return new Claim(
        "c",
        "quote",
        true,
        "source",
        "vendor",
        "box",
        "reading",
        population,
        hypothesis,
        Set.of(feeds));
  }

  private static Finding decide(RunEvidence evidence, Claim claim) {
    ClaimFile file = new ClaimFile(1, "f", "F", "Test.", false, Optional.empty(), List.of(claim));
    return Scorer.score("test", evidence, Policy.OWN, List.of(file))
        .claims()
        .get(0)
        .findings()
        .get(0);
  }

  private static Cases pairs(int clusters, Answer lawful, Answer unlicensed) {
    Cases cases = new Cases();
    for (int i = 0; i < clusters; i++) {
      cases.pair("cluster-" + i, "BitTorrent", lawful, unlicensed);
    }
    return cases;
  }

  @Test
  void oneVerifiedWitnessRefutesNever() {
    Cases cases = pairs(5, Answer.ALLOWS, Answer.ALLOWS);
    cases.session("x", "x", "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE);
    Finding finding = decide(cases.evidence(), claim(LAWFUL, new Hypothesis.NeverBlocked()));
    assertThat(finding.result()).isEqualTo(Result.REFUTED);
    assertThat(finding.witnesses())
        .singleElement()
        .satisfies(w -> assertThat(w.flow()).isEqualTo(new FlowRef("x", 1)));
  }

  @Test
  void aWitnessMustBeStableUnderThreeKeys() {
    Cases cases =
        new Cases()
            .session("x", "x", "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE);
    Claim never = claim(LAWFUL, new Hypothesis.NeverBlocked());
    RunEvidence unstable = cases.evidence(Set.of(new FlowRef("x", 1)), 3, false, Set.of());
    RunEvidence oneKey = cases.evidence(Set.of(), 1, false, Set.of());
    assertThat(decide(unstable, never).result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(decide(oneKey, never).result()).isEqualTo(Result.NOT_REFUTED);
  }

  @Test
  void neverIsNeverSupported() {
    Finding finding =
        decide(
            pairs(50, Answer.ALLOWS, Answer.ALLOWS).evidence(),
            claim(LAWFUL, new Hypothesis.NeverBlocked()));
    assertThat(finding.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(finding.because())
        .contains("50 clusters; rates from 0.0 % to 7.1 % remain possible");
  }

  @Test
  void oneVerifiedExceptionRefutesAlways() {
    Finding finding =
        decide(
            pairs(5, Answer.BLOCKS_AT_ONCE, Answer.ALLOWS).evidence(),
            claim(UNLICENSED, new Hypothesis.AlwaysBlocked()));
    assertThat(finding.result()).isEqualTo(Result.REFUTED);
    assertThat(finding.witnessCount()).isEqualTo(5);
  }

  @Test
  void anExceptionThatHangsOnTheRuleDoesNotRefute() {
    Finding finding =
        decide(
            pairs(5, Answer.ALLOWS, Answer.BLOCKS_HALF_WAY).evidence(),
            claim(UNLICENSED, new Hypothesis.AlwaysBlocked()));
    assertThat(finding.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(finding.because()).contains("Depends on the rule");
  }

  @Test
  void aCrashBearsNoWitnessAndSupportsNothing() {
    RunEvidence crashed = pairs(60, Answer.CRASHES, Answer.CRASHES).evidence();
    assertThat(decide(crashed, claim(UNLICENSED, new Hypothesis.AlwaysBlocked())).result())
        .isEqualTo(Result.NOT_REFUTED);
    Claim atMost = claim(LAWFUL, new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.5));
    assertThat(decide(crashed, atMost).result()).isEqualTo(Result.NOT_REFUTED);
  }

  @Test
  void ratesAreDecidedByTheirIntervals() {
    RunEvidence clean = pairs(60, Answer.ALLOWS, Answer.BLOCKS_AT_ONCE).evidence();
    Hypothesis tenPercent = new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.10);
    Hypothesis onePercent = new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.01);
    assertThat(decide(clean, claim(LAWFUL, tenPercent)).result()).isEqualTo(Result.SUPPORTED);
    Finding tooFew = decide(clean, claim(LAWFUL, onePercent));
    assertThat(tooFew.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(tooFew.because()).contains("could not support it whatever the result");
    RunEvidence dirty = pairs(60, Answer.BLOCKS_AT_ONCE, Answer.BLOCKS_AT_ONCE).evidence();
    assertThat(decide(dirty, claim(LAWFUL, tenPercent)).result()).isEqualTo(Result.REFUTED);
    Hypothesis detects = new Hypothesis.AtLeast(Hypothesis.Metric.WORK_BLOCKED, 0.9);
    assertThat(decide(clean, claim(UNLICENSED, detects)).result()).isEqualTo(Result.SUPPORTED);
    RunEvidence blind = pairs(60, Answer.ALLOWS, Answer.ALLOWS).evidence();
    assertThat(decide(blind, claim(UNLICENSED, detects)).result()).isEqualTo(Result.REFUTED);
  }

  @Test
  void aPublicCorpusSupportsNothing() {
    RunEvidence evidence =
        pairs(60, Answer.ALLOWS, Answer.BLOCKS_AT_ONCE).evidence(Set.of(), 3, true, Set.of());
    Finding finding =
        decide(evidence, claim(LAWFUL, new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.10)));
    assertThat(finding.result()).isEqualTo(Result.NOT_REFUTED);
    assertThat(finding.because()).startsWith("Not refuted (public corpus)");
  }

  @Test
  void discriminationIsDecidedOnPairs() {
    Claim claim = claim(ALL, new Hypothesis.Distinguishes(0.2, Optional.empty()));
    assertThat(decide(pairs(20, Answer.ALLOWS, Answer.BLOCKS_AT_ONCE).evidence(), claim).result())
        .isEqualTo(Result.SUPPORTED);
    assertThat(decide(pairs(60, Answer.ALLOWS, Answer.ALLOWS).evidence(), claim).result())
        .isEqualTo(Result.REFUTED);
    assertThat(decide(pairs(5, Answer.ALLOWS, Answer.ALLOWS).evidence(), claim).result())
        .isEqualTo(Result.NOT_REFUTED);
  }

  @Test
  void encryptedLikePlainIsDecidedOnTheDifference() {
    Set<Protection> plain = Set.of(Protection.PLAIN);
    Claim claim =
        claim(
            UNLICENSED.under(Set.of(Protection.ENCRYPTED)),
            new Hypothesis.Alike(Hypothesis.Metric.WORK_BLOCKED, plain, 0.2));
    assertThat(decide(shielded(Answer.BLOCKS_AT_ONCE, Answer.BLOCKS_AT_ONCE), claim).result())
        .isEqualTo(Result.SUPPORTED);
    Finding blind = decide(shielded(Answer.BLOCKS_AT_ONCE, Answer.ALLOWS), claim);
    assertThat(blind.result()).isEqualTo(Result.REFUTED);
    assertThat(blind.because()).contains("0 of 40 sessions here, 40 of 40 of those");
    assertThat(decide(shielded(Answer.BLOCKS_AT_ONCE, Answer.CRASHES), claim).result())
        .as("unanswered sessions may be either")
        .isEqualTo(Result.NOT_REFUTED);
    assertThat(decide(pairs(5, Answer.ALLOWS, Answer.ALLOWS).evidence(), claim).because())
        .contains("no session that this sentence speaks of");
  }

  private static RunEvidence shielded(Answer plain, Answer encrypted) {
    Cases cases = new Cases();
    for (int i = 0; i < 40; i++) {
      cases.session("p" + i, "p" + i, "HTTP", Protection.PLAIN, LegalStatus.INFRINGING, plain);
      cases.session(
          "e" + i, "e" + i, "TLS", Protection.ENCRYPTED, LegalStatus.INFRINGING, encrypted);
    }
    return cases.evidence();
  }

  @Test
  void whatNeedsTheWireIsNotTestableOffline() {
    RunEvidence evidence = pairs(5, Answer.ALLOWS, Answer.ALLOWS).evidence();
    for (Hypothesis hypothesis :
        List.of(new Hypothesis.LeavesTrafficUnchanged(), new Hypothesis.SendsAtMost(1, 10_800))) {
      Finding finding = decide(evidence, claim(ALL, hypothesis));
      assertThat(finding.result()).isEqualTo(Result.NOT_TESTABLE);
      assertThat(finding.because()).contains("a run through the device");
    }
  }

  @Test
  void aClaimFileMayAskForMoreConfidence() {
    RunEvidence evidence = pairs(40, Answer.ALLOWS, Answer.BLOCKS_AT_ONCE).evidence();
    Claim claim = claim(LAWFUL, new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.1));
    assertThat(decide(evidence, claim).result()).isEqualTo(Result.SUPPORTED);
    ClaimFile strict =
        new ClaimFile(1, "f", "F", "Test.", false, Optional.of(0.999), List.of(claim));
    Finding finding =
        Scorer.score("test", evidence, Policy.OWN, List.of(strict))
            .claims()
            .get(0)
            .findings()
            .get(0);
    assertThat(finding.result()).isEqualTo(Result.NOT_REFUTED);
  }

  @Test
  void whatCannotBeTestedIsSaidSo() {
    RunEvidence evidence = pairs(5, Answer.ALLOWS, Answer.ALLOWS).evidence();
    Population none = ALL.over(Set.of("Gopher"));
    assertThat(decide(evidence, claim(none, new Hypothesis.NeverBlocked())).result())
        .isEqualTo(Result.NOT_TESTABLE);
    assertThat(decide(evidence, claim(ALL, new Hypothesis.NeverBlocked(), "RIGHTS")).result())
        .isEqualTo(Result.NOT_TESTABLE);
    assertThat(decide(evidence, claim(ALL, new Hypothesis.NotTestable("no wire"))).because())
        .isEqualTo("no wire");
  }

  @Test
  void contradictionsFollowFromPopulationsAndBounds() {
    Claim never = renamed("never", claim(LAWFUL, new Hypothesis.NeverBlocked()));
    Claim always = renamed("always", claim(ALL, new Hypothesis.AlwaysBlocked()));
    Claim elsewhere = renamed("elsewhere", claim(UNLICENSED, new Hypothesis.AlwaysBlocked()));
    Population notBitTorrent = ALL.except(Set.of("BitTorrent"));
    Population bitTorrent = ALL.over(Set.of("BitTorrent"));
    Claim others = renamed("others", claim(notBitTorrent, new Hypothesis.NeverBlocked()));
    Claim torrents = renamed("torrents", claim(bitTorrent, new Hypothesis.AlwaysBlocked()));
    assertThat(Contradiction.among(List.of(never, always))).hasSize(1);
    assertThat(Contradiction.among(List.of(never, elsewhere))).isEmpty();
    assertThat(Contradiction.among(List.of(others, torrents))).isEmpty();
    assertThat(Contradiction.among(List.of(never, torrents))).hasSize(1);
    Claim most =
        renamed("most", claim(ALL, new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.1)));
    Claim least =
        renamed("least", claim(ALL, new Hypothesis.AtLeast(Hypothesis.Metric.ANY_BLOCKED, 0.5)));
    assertThat(Contradiction.among(List.of(most, least))).hasSize(1);
    Claim some =
        renamed(
            "some",
            claim(
                LAWFUL.over(Set.of("BitTorrent")),
                new Hypothesis.AtLeast(Hypothesis.Metric.ANY_BLOCKED, 0.5)));
    assertThat(Contradiction.among(List.of(never, some)))
        .as("what is never blocked is not blocked in any part")
        .hasSize(1);
    assertThat(Contradiction.among(List.of(most, some)))
        .as("a rate over a whole says nothing of a part")
        .isEmpty();
  }

  private static Claim renamed(String id, Claim claim) {
    return new Claim(
        id,
        claim.quote(),
        claim.verbatim(),
        claim.source(),
        claim.claimant(),
        claim.subject(),
        claim.reading(),
        claim.population(),
        claim.hypothesis(),
        claim.feeds());
  }
}
