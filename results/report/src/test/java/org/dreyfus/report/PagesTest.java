package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.bundle.Beside;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.bundle.Verification;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.report.script.ChartLibrary;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Claim;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.Hypothesis;
import org.dreyfus.scoring.Legality;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Population;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final String HOSTILE = "<script>alert('x')</script>&\"";

  private static String page(boolean reconstruction, boolean blinded, Outcome outcome) {
    Bundle bundle = bundle(reconstruction, blinded, outcome);
    String page = ScorecardPage.html(bundle, bundle.scorecards());
    assertThat(page).contains(ChartLibrary.text());
    return page.replace(ChartLibrary.text(), "");
  }

  @Test
  void saysInPlainWordsWhatHappened() {
    String page = page(false, true, new Outcome.Answered());
    assertThat(page)
        .contains("Of 2 lawful sessions, 2 had something blocked.")
        .contains("Of 2 sessions that moved an unlicensed work, none got through.")
        .contains("In 2 matched pairs")
        .contains("It accused 2 hosts; 1 of them moved no unlicensed work.")
        .contains("Refuted")
        .contains("cannot both hold")
        .contains("They are not rates on any real network.")
        .contains("It does not measure how much infringement a network carries")
        .doesNotContain("Our reconstruction")
        .doesNotContain("not blinded");
  }

  @Test
  void namesEverySessionThatWasHit() {
    assertThat(page(false, true, new Outcome.Answered())).contains("c0-lawful", "c1-lawful");
  }

  @Test
  void saysWhatItIs() {
    assertThat(page(true, false, new Outcome.Answered()))
        .contains("Our reconstruction from public statements, built to show the three findings")
        .contains("This run was not blinded");
  }

  @Test
  void anUnansweredRunLooksLikeOne() {
    assertThat(page(false, true, new Outcome.TimedOut()))
        .contains("Of 2 lawful sessions, between 0 and 2 had something blocked.")
        .contains("0 to 2 of 2");
  }

  @Test
  void standsAloneAndEscapesWhatItIsGiven() {
    String page = page(true, true, new Outcome.Answered());
    assertThat(page)
        .startsWith("<!doctype html>")
        .doesNotContain("<script>alert", "http://", "https://", "src=", "@import")
        .contains("&lt;script&gt;");
    String overview =
        OverviewPage.html(
            List.of(
                new OverviewPage.Row(
                    facts(true), bundle(true, true, new Outcome.Answered()).scorecards())));
    assertThat(overview)
        .doesNotContain("<script", "http://", "https://")
        .contains("our reconstruction", "href=\"hostile/scorecard.html\"");
  }

  @Test
  void setsTheBlockerBesideTheOthersOfItsRun() {
    Bundle told = toldTheWorks(bundle(false, true, new Outcome.Answered()));
    List<Scorecard> cards = told.scorecards();
    assertThat(ScorecardPage.html(told, cards)).contains("This classifier was run alone.");
    Bundle beside =
        told.with(
            new Beside(
                1,
                List.of(
                    blocker("twin", bundle(false, true, new Outcome.Answered()), true),
                    blocker("idle", bundle(false, true, new Outcome.TimedOut()), false))));
    String page = ScorecardPage.html(beside, cards).replace(ChartLibrary.text(), "");
    assertThat(page)
        .contains("Beside the other blockers of the same run", "The classifier was run twice")
        .contains("<tr class=\"own\">", "0 of 2<div", "0.0 %<div class=\"soft\">")
        .contains("not told, different works: lawful", "\"told, different works: unlicensed");
    assertThat(page.split("▸")).hasSize(2);
  }

  private static Bundle toldTheWorks(Bundle bundle) {
    RunEvidence seen = RunEvidence.of(bundle.evidence());
    return new Bundle(
        bundle.manifest(),
        new RunEvidence(
            seen.corpus(),
            seen.sessions(),
            seen.observations(),
            seen.unstable(),
            seen.blindingKeys(),
            Set.of("RIGHTS"),
            seen.accusations()),
        bundle.policies(),
        bundle.claimFiles());
  }

  private static Beside.Blocker blocker(String id, Bundle bundle, boolean sameClassifier) {
    ClassifierFacts facts =
        new ClassifierFacts(id, id, "1", HOSTILE, HOSTILE, false, Set.of("RIGHTS"));
    return Beside.Blocker.of(facts, bundle.scorecards().get(0), "0".repeat(64), sameClassifier);
  }

  private static ClassifierFacts facts(boolean reconstruction) {
    return new ClassifierFacts(
        "hostile", HOSTILE, "1", HOSTILE, HOSTILE, reconstruction, Set.of("NETWORK"));
  }

  static Bundle bundle(boolean reconstruction, boolean blinded, Outcome outcome) {
    CorpusFacts corpus = new CorpusFacts("test", "1", "00", true, HOSTILE);
    List<Session> sessions = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (LegalStatus status : List.of(LegalStatus.LEGAL, LegalStatus.INFRINGING)) {
        String id = "c" + i + (status == LegalStatus.LEGAL ? "-lawful" : "-unlicensed");
        sessions.add(session(id, "c" + i));
        observations.add(observation(id, status, outcome));
      }
    }
    RunManifest manifest =
        new RunManifest(
            1,
            "test",
            facts(reconstruction),
            "11",
            corpus,
            Map.of("f", Verification.digest(claims())),
            Map.of("own", Verification.digest(Policy.OWN)),
            1,
            blinded,
            3,
            DecisionPoint.IN_PROCESS,
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            "./dreyfus evaluate");
    return new Bundle(
        manifest,
        new RunEvidence(
            corpus, sessions, observations, Set.of(), 3, Set.of(), accusations(sessions)),
        List.of(Policy.OWN),
        List.of(claims()));
  }

  private static List<Accusation> accusations(List<Session> sessions) {
    return List.of(
        new Accusation(sessions.get(0).id(), HOSTILE, HOSTILE, Accusation.Deed.NO_WORK),
        new Accusation(sessions.get(1).id(), "10.1.1.1", "peer list", Accusation.Deed.UNLICENSED));
  }

  private static ClaimFile claims() {
    Claim never = claim("never", Optional.of(Legality.LEGAL), new Hypothesis.NeverBlocked());
    Claim always = claim("always", Optional.empty(), new Hypothesis.AlwaysBlocked());
    Claim tells =
        claim("tells", Optional.empty(), new Hypothesis.Distinguishes(0.2, Optional.empty()));
    Claim cannot = claim("cannot", Optional.empty(), new Hypothesis.NotTestable(HOSTILE));
    return new ClaimFile(
        1, "f", HOSTILE, HOSTILE, false, Optional.empty(), List.of(never, always, tells, cannot));
  }

  private static Claim claim(String id, Optional<Legality> legality, Hypothesis hypothesis) {
    Population population =
        legality.map(Population.everything()::only).orElse(Population.everything());
    return new Claim(
        id, HOSTILE, true, HOSTILE, HOSTILE, HOSTILE, HOSTILE, population, hypothesis, Set.of());
  }

  private static Session session(String id, String cluster) {
    return new Session(
        1,
        id,
        cluster,
        HOSTILE,
        cluster,
        Origin.RECORDED,
        Optional.empty(),
        Optional.of(new Pair(cluster, Pair.Type.W, cluster)),
        List.of(),
        List.of(),
        Map.of(),
        "capture.pcap",
        0,
        1,
        List.of(),
        Session.Rekeying.FULL,
        new Session.Checks(true, true, "by hand"));
  }

  private static Observation observation(String session, LegalStatus status, Outcome outcome) {
    LegalBasis basis =
        status == LegalStatus.LEGAL ? LegalBasis.OPEN_LICENCE : LegalBasis.UNLICENSED_COPY;
    Label label =
        new Label(
            status,
            basis,
            Protection.PLAIN,
            HOSTILE,
            Optional.empty(),
            "app",
            Role.CONTENT,
            Optional.of("work"),
            Optional.empty());
    boolean answered = outcome instanceof Outcome.Answered;
    return new Observation(
        session,
        1,
        label,
        10,
        2_000,
        10,
        1_000,
        answered ? 0 : 1_000,
        outcome,
        answered ? Observation.VerdictKind.BLOCK : Observation.VerdictKind.UNDECIDED,
        Optional.empty(),
        answered ? 1 : 0,
        answered ? Observation.Action.BLOCK : Observation.Action.PASS);
  }
}
