package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

/** One claim file with a claim for every kind of finding, and what one observation changes. */
class FindingKindsTest {

  private static final Population LAWFUL = Population.everything().only(Legality.LEGAL);
  private static final Population UNLICENSED = Population.everything().only(Legality.INFRINGING);

  private static final ClaimFile FILE =
      new ClaimFile(
          1,
          "kinds",
          "Kinds",
          "For tests.",
          false,
          Optional.empty(),
          List.of(
              claim("supported", LAWFUL, atMost(0.5)),
              claim("refuted", UNLICENSED, new Hypothesis.AlwaysBlocked()),
              claim("not-refuted", LAWFUL, new Hypothesis.NeverBlocked()),
              claim("could-not-support", LAWFUL, atMost(0.001)),
              claim("depends-on-the-rule", over("HalfWay"), workBlocked(0.5)),
              claim("no-population", over("Gopher"), new Hypothesis.NeverBlocked()),
              claim("needs-the-wire", LAWFUL, new Hypothesis.LeavesTrafficUnchanged()),
              claim("tells-apart", Population.everything(), tellsApart())));

  @Test
  void everyKindOfFinding() {
    Map<String, String> kinds = findings(run(Answer.ALLOWS), false);
    assertThat(kinds)
        .containsEntry("supported", "SUPPORTED")
        .containsEntry("refuted", "REFUTED")
        .containsEntry("not-refuted", "NOT_REFUTED")
        .containsEntry("could-not-support", "NOT_REFUTED, whatever the result")
        .containsEntry("depends-on-the-rule", "NOT_REFUTED, depends on the rule")
        .containsEntry("no-population", "NOT_TESTABLE")
        .containsEntry("needs-the-wire", "NOT_TESTABLE")
        .containsEntry("tells-apart", "REFUTED");
  }

  @Test
  void onAPublicCorpusSupportReadsNotRefuted() {
    Map<String, String> open = findings(run(Answer.ALLOWS), true);
    assertThat(open).containsEntry("supported", "NOT_REFUTED, public corpus");
    open.put("supported", "SUPPORTED");
    assertThat(open).isEqualTo(findings(run(Answer.ALLOWS), false));
  }

  @Test
  void oneObservationChangesWhatItShouldAndNothingElse() {
    Map<String, String> before = findings(run(Answer.ALLOWS), false);
    Map<String, String> after = findings(run(Answer.BLOCKS_AT_ONCE), false);
    before.put("not-refuted", "REFUTED");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aCrashIsNeitherWitnessNorProof() {
    Map<String, String> crashed = findings(run(Answer.CRASHES), false);
    assertThat(crashed).isEqualTo(findings(run(Answer.ALLOWS), false));
    assertThat(rate(run(Answer.CRASHES)).errorsIfUnansweredWrong())
        .isEqualTo(rate(run(Answer.ALLOWS)).errorsIfUnansweredWrong() + 1);
  }

  @Test
  void whatOthersFoundIsCountedApartAndARefutedOppositeReproducesIt() {
    ClaimResults results =
        Scorer.score(
                "x",
                run(Answer.BLOCKS_AT_ONCE).evidence(),
                Policy.OWN,
                List.of(
                    new ClaimFile(
                        1,
                        "mixed",
                        "Mixed",
                        "For tests.",
                        false,
                        Optional.empty(),
                        List.of(
                            claim("statement", LAWFUL, new Hypothesis.NeverBlocked()),
                            says(ClaimNature.STATEMENT, LAWFUL, atMost(0.5)),
                            says(ClaimNature.FINDING, LAWFUL, atMost(0.5)),
                            says(ClaimNature.FINDING, LAWFUL, new Hypothesis.NeverBlocked()),
                            says(ClaimNature.FINDING, over("Gopher"), atMost(0.5)),
                            says(ClaimNature.OPPOSITE_OF_FINDING, LAWFUL, atMost(0.5)),
                            says(
                                ClaimNature.OPPOSITE_OF_FINDING,
                                LAWFUL,
                                new Hypothesis.NeverBlocked())))))
            .claims()
            .get(0);
    assertThat(results.statements()).isEqualTo(2);
    assertThat(results.statements(Finding.Result.REFUTED)).isEqualTo(1);
    assertThat(results.findingsOfOthers()).isEqualTo(5);
    assertThat(results.reproduced()).isEqualTo(2);
    assertThat(results.findings())
        .extracting(Finding::reproducesFinding)
        .containsExactly(false, false, true, false, false, false, true);
  }

  private static Claim says(ClaimNature nature, Population population, Hypothesis hypothesis) {
    Claim claim = claim("says", population, hypothesis);
    return new Claim(
        claim.id(),
        claim.quote(),
        claim.verbatim(),
        claim.source(),
        claim.claimant(),
        claim.subject(),
        claim.reading(),
        claim.population(),
        claim.hypothesis(),
        claim.feeds(),
        Optional.of(nature));
  }

  /** Thirty clusters of pairs, one lawful session more, and six works that are cut off half-way. */
  private static Cases run(Answer lastLawful) {
    Cases cases = new Cases();
    for (int i = 0; i < 30; i++) {
      cases.pair("cluster-" + i, "HTTP", Answer.ALLOWS, Answer.ALLOWS);
    }
    cases.session("last", "last", "FTP", Protection.PLAIN, LegalStatus.LEGAL, lastLawful);
    for (int i = 0; i < 30; i++) {
      cases.session(
          "half-" + i,
          "half-" + i,
          "HalfWay",
          Protection.PLAIN,
          LegalStatus.INFRINGING,
          Answer.BLOCKS_HALF_WAY);
    }
    return cases;
  }

  private static Rate rate(Cases cases) {
    return Scorer.score("x", cases.evidence(), Policy.OWN, List.of()).headline().falsePositives();
  }

  private static Map<String, String> findings(Cases cases, boolean isPublic) {
    RunEvidence evidence = cases.evidence(Set.of(), 3, isPublic, Set.of());
    Map<String, String> kinds = new LinkedHashMap<>();
    Scorer.score("x", evidence, Policy.OWN, List.of(FILE))
        .claims()
        .get(0)
        .findings()
        .forEach(finding -> kinds.put(finding.claim().id(), kind(finding)));
    return kinds;
  }

  private static String kind(Finding finding) {
    List<String> words = new ArrayList<>(List.of(finding.result().name()));
    if (finding.because().contains("public corpus")) {
      words.add("public corpus");
    }
    if (finding.because().contains("whatever the result")) {
      words.add("whatever the result");
    }
    if (finding.because().contains("Depends on the rule")) {
      words.add("depends on the rule");
    }
    return String.join(", ", words);
  }

  private static Population over(String network) {
    return Population.everything().over(Set.of(network));
  }

  private static Hypothesis atMost(double bound) {
    return new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, bound);
  }

  private static Hypothesis workBlocked(double bound) {
    return new Hypothesis.AtLeast(Hypothesis.Metric.WORK_BLOCKED, bound);
  }

  private static Hypothesis tellsApart() {
    return new Hypothesis.Distinguishes(0.3, Optional.empty());
  }

  private static Claim claim(String id, Population population, Hypothesis hypothesis) {
    return new Claim(id, "q", true, "s", "vendor", "box", "r", population, hypothesis, Set.of());
  }
}
