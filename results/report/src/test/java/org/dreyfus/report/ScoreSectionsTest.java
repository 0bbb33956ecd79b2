package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.report.text.MarkdownReport;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page says of scores, own names, prices and leaks. */
class ScoreSectionsTest {

  private static final String NAME = "<Odd>";

  /** A run whose classifier scores the unlicensed works 0.9 and the lawful ones 0.1. */
  private static Bundle bundle(DecisionPoint decisionPoint, boolean blinded, int keys) {
    Bundle made = PagesTest.bundle(false, blinded, new Outcome.Answered());
    List<Observation> observations = new ArrayList<>();
    for (Observation o : RunEvidence.of(made.evidence()).observations()) {
      double score = o.session().endsWith("unlicensed") ? 0.9 : 0.1;
      observations.add(scored(o, score));
    }
    RunEvidence evidence =
        new RunEvidence(
            made.evidence().facts().corpus(),
            RunEvidence.of(made.evidence()).sessions(),
            observations,
            Set.of(),
            keys,
            Set.of(),
            List.of());
    return new Bundle(
        manifest(made.manifest(), decisionPoint, keys),
        evidence,
        made.policies(),
        made.claimFiles());
  }

  private static RunManifest manifest(RunManifest run, DecisionPoint decisionPoint, int keys) {
    return new RunManifest(
        run.schemaVersion(),
        run.toolVersion(),
        run.classifier(),
        run.configurationDigest(),
        run.corpus(),
        run.claimFiles(),
        run.policies(),
        7,
        run.blinded(),
        keys,
        decisionPoint,
        Map.of(),
        run.feeds(),
        Map.of(),
        Map.of(),
        Map.of(),
        run.reproduce());
  }

  private static Observation scored(Observation o, double score) {
    return new Observation(
        o.session(),
        o.flow(),
        o.label(),
        o.packets(),
        o.bytes(),
        o.lastPayloadPacket(),
        o.contentBytes(),
        250,
        o.outcome(),
        o.verdict(),
        Optional.of(NAME),
        o.decidedAtPacket(),
        o.action(),
        Optional.of(score));
  }

  private static String page(Bundle bundle) {
    return ScorecardPage.html(bundle, bundle.scorecards());
  }

  private static String markdown(Bundle bundle) {
    return MarkdownReport.of(bundle, bundle.scorecards());
  }

  @Test
  void aScoreGetsASentenceAndATable() {
    Bundle bundle = bundle(DecisionPoint.IN_PROCESS, true, 3);
    String sentence =
        "Cut so that at least 50.0 % of the unlicensed works are held back, it hits 0.0 % of the"
            + " lawful sessions; for 90.0 % of them, 0.0 %.";
    String pairs = "of 2 pairs the unlicensed work has the higher score in 100.0 %";
    assertThat(page(bundle))
        .contains(sentence, pairs, "<td>0.9</td>", "<td>the blocker itself</td>")
        .doesNotContain("under the curve", "AUC");
    assertThat(markdown(bundle)).contains(sentence, pairs, "| 0.9 | 0.0 % | 0.0 % to 84.2 % |");
  }

  @Test
  void ownNamesAreEscapedAndThoseOfTwoClustersAreNoUse() {
    Bundle bundle = bundle(DecisionPoint.IN_PROCESS, true, 3);
    assertThat(page(bundle))
        .contains("gave to protocols in time to block: 1; of these in at least 3 clusters: 0.")
        .doesNotContain(NAME);
  }

  @Test
  void thePriceNamesTheLawfulShares() {
    Bundle bundle = bundle(DecisionPoint.IN_PROCESS, true, 3);
    String sentence =
        "Protocol alone meets a false positive rate of at most 1.0 % and a detection rate of at"
            + " least 90.0 % only under these lawful shares per protocol: ";
    assertThat(page(bundle))
        .contains(sentence, "at most 1.1 % (here 100.0 %)", "it does not: at least 90.0 %");
    assertThat(markdown(bundle)).contains(sentence);
  }

  @ParameterizedTest
  @EnumSource(DecisionPoint.class)
  void leaksAreCertifiedUnlessTheClassifierReadAStream(DecisionPoint decisionPoint) {
    Bundle bundle = bundle(decisionPoint, true, 3);
    String words = page(bundle) + markdown(bundle);
    assertThat(words)
        .contains("Of 2 blocked flows with unlicensed content, half let at most 250 B");
    if (decisionPoint.certifiesLeakage()) {
      assertThat(words).contains("certain").doesNotContain("Not certified");
    } else {
      assertThat(words).contains("Not certified", "certified only in lock-step mode");
    }
  }

  @Test
  void howItWasBlindedFollowsFromTheRun() {
    assertThat(page(bundle(DecisionPoint.IN_PROCESS, true, 3)))
        .contains("drawn anew for the run from seed 7; 3 keys compared")
        .contains("came out the same under all keys and unblinded");
    assertThat(page(bundle(DecisionPoint.IN_PROCESS, true, 1)))
        .contains("drawn anew for the run from seed 7; one key, so no verdict was compared")
        .contains("This run compared 1, so nothing in it bears witness.");
    assertThat(page(bundle(DecisionPoint.IN_PROCESS, false, 0)))
        .contains("no: the classifier saw recorded addresses")
        .doesNotContain("drawn anew for the run");
  }
}
