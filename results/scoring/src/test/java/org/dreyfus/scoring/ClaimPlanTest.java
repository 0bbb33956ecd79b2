package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

class ClaimPlanTest {

  @Test
  void oneInAThousandNeeds3688Clusters() {
    ClaimPlan plan =
        plan(new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.001), Legality.LEGAL);
    assertThat(plan.needed()).isEqualTo(OptionalInt.of(3_688));
    assertThat(plan.clusters()).isEqualTo(7);
    assertThat(plan.suffices()).isFalse();
  }

  @Test
  void whatIsNeededIsWhatTheJudgeAsksFor() {
    Hypothesis most = new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.10);
    int needed = plan(most, Legality.LEGAL).needed().getAsInt();
    assertThat(ClusterInterval.upper(0, needed, 0.05)).isLessThanOrEqualTo(0.10);
    assertThat(ClusterInterval.upper(0, needed - 1, 0.05)).isGreaterThan(0.10);
    int pairs =
        plan(new Hypothesis.Distinguishes(0.2, Optional.empty()), Legality.MIXED)
            .needed()
            .getAsInt();
    assertThat(ClusterInterval.ofDifference(pairs, 0, pairs, 0.05).lower())
        .isGreaterThanOrEqualTo(0.2);
    assertThat(ClusterInterval.ofDifference(pairs - 1, 0, pairs - 1, 0.05).lower()).isLessThan(0.2);
  }

  @Test
  void nothingSupportsNever() {
    ClaimPlan plan = plan(new Hypothesis.NeverBlocked(), Legality.LEGAL);
    assertThat(plan.needed()).isEmpty();
    assertThat(plan.remark()).contains("one verified witness refutes it");
  }

  @Test
  void problemsAreNamedByClaim() {
    Population gopher = Population.everything().over(Set.of("Gopher"));
    Claim odd =
        new Claim(
            "Odd one",
            "",
            true,
            "s",
            "c",
            "s",
            "r",
            gopher,
            new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 1),
            Set.of("TEA"));
    List<String> problems = ClaimProblems.of(file(Optional.of(0.9), List.of(odd, odd)));
    assertThat(problems)
        .contains(
            "confidence must be at least 0.95 and below 1",
            "claim 'Odd one': another claim has this id",
            "claim 'Odd one': an id has lower case letters, digits and single hyphens",
            "claim 'Odd one': quote is empty",
            "claim 'Odd one': no feed is called [TEA]; there are NETWORK and RIGHTS")
        .anyMatch(problem -> problem.contains("no protocol is called 'Gopher'"))
        .anyMatch(problem -> problem.contains("bound is 1.0"));
    assertThat(ClaimProblems.of(file(Optional.empty(), List.of())))
        .containsExactly("there is no claim in it");
  }

  private static ClaimFile file(Optional<Double> confidence, List<Claim> claims) {
    return new ClaimFile(1, "f", "F", "Test.", false, confidence, claims);
  }

  private static ClaimPlan plan(Hypothesis hypothesis, Legality legality) {
    Cases cases = new Cases();
    for (int i = 0; i < 7; i++) {
      cases.pair("cluster-" + i, "HTTP", Answer.ALLOWS, Answer.ALLOWS);
    }
    Map<Session, List<FlowLabel>> corpus = new LinkedHashMap<>();
    RunEvidence evidence = cases.evidence();
    for (Session session : evidence.sessions()) {
      corpus.put(
          session,
          evidence.observations().stream()
              .filter(flow -> flow.session().equals(session.id()))
              .map(flow -> new FlowLabel(flow.flow(), 0, "TCP", "", 0, "", 0, flow.label()))
              .toList());
    }
    Population population =
        legality == Legality.MIXED
            ? Population.everything()
            : Population.everything().only(legality);
    Claim claim = new Claim("c", "q", true, "s", "c", "s", "r", population, hypothesis, Set.of());
    return ClaimPlan.of(file(Optional.empty(), List.of(claim)), corpus).get(0);
  }
}
