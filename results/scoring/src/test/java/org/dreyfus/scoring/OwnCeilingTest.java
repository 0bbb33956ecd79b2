package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

class OwnCeilingTest {

  private static Cases session(Cases cases, String cluster, LegalStatus status, String name) {
    return cases
        .session(
            cluster,
            cluster + "-" + status,
            "HTTP",
            Protection.PLAIN,
            status,
            Answer.NAMES_PROTOCOL)
        .named(name);
  }

  private static Optional<OwnCeiling> ceiling(Cases cases) {
    return Scorer.score("test", cases.evidence(), Policy.OWN, List.of()).ownCeiling();
  }

  @Test
  void aClassifierThatCallsEverythingUnknownHasNone() {
    Cases cases = session(new Cases(), "a", LegalStatus.LEGAL, "Unknown");
    assertThat(ceiling(session(cases, "b", LegalStatus.INFRINGING, "Unknown"))).isEmpty();
    assertThat(ceiling(new Cases().pair("a", "HTTP", Answer.ALLOWS, Answer.CRASHES))).isEmpty();
  }

  @Test
  void aNameOfAClusterOfItsOwnIsNoUse() {
    Cases cases = new Cases();
    for (int i = 0; i < 6; i++) {
      session(cases, "bad-" + i, LegalStatus.INFRINGING, "name-" + i / 2);
      session(cases, "good-" + i, LegalStatus.LEGAL, "Web");
    }
    OwnCeiling own = ceiling(cases).orElseThrow();
    assertThat(own.names()).isEqualTo(4);
    assertThat(own.usableNames()).isEqualTo(1);
    assertThat(own.outOfReach()).isEqualTo(6);
    assertThat(own.choices()).hasSize(1);
    assertThat(own.choices().get(0).fitted().caught()).isZero();
  }

  @Test
  void namesThatTellApartDoSoInClustersThatAreLeftOut() {
    Cases cases = new Cases();
    for (int i = 0; i < 6; i++) {
      session(cases, "bad-" + i, LegalStatus.INFRINGING, i < 3 ? "P2P" : "Web");
      session(cases, "good-" + i, LegalStatus.LEGAL, "Web");
    }
    OwnCeiling own = ceiling(cases).orElseThrow();
    assertThat(own.folds()).isEqualTo(12);
    assertThat(own.choices()).hasSize(3);
    OwnCeiling.Choice second = own.choices().get(1);
    assertThat(second.fitted().blocked()).containsExactly("P2P");
    assertThat(second.fitted().falsePositives()).isZero();
    assertThat(second.fitted().caught()).isEqualTo(0.5);
    assertThat(second.falsePositivesLeftOut()).isZero();
    assertThat(second.caughtLeftOut()).isEqualTo(0.5);
    assertThat(own.choices().get(2).fitted().caught()).isEqualTo(1);
    assertThat(own.choices().get(2).caughtLeftOut()).isEqualTo(1);
    assertThat(own.choices().get(2).falsePositivesLeftOut()).isEqualTo(1);
  }

  /** The free lunch of the fit: one lawful cluster decides whether a name is free. */
  @Test
  void whatOnlyTheFitKnewIsLostWhenTheClusterIsLeftOut() {
    Cases cases = new Cases();
    for (int i = 0; i < 3; i++) {
      session(cases, "bad-" + i, LegalStatus.INFRINGING, "Odd");
      session(cases, "bad-web-" + i, LegalStatus.INFRINGING, "Web");
    }
    session(cases, "good-odd", LegalStatus.LEGAL, "Odd");
    for (int i = 0; i < 9; i++) {
      session(cases, "good-" + i, LegalStatus.LEGAL, "Web");
    }
    OwnCeiling own = ceiling(cases).orElseThrow();
    OwnCeiling.Choice odd = own.choices().get(1);
    assertThat(odd.fitted().blocked()).containsExactly("Odd");
    assertThat(odd.fitted().falsePositives()).isCloseTo(0.1, within(1e-9));
    assertThat(odd.falsePositivesLeftOut()).isGreaterThanOrEqualTo(0.1);
    assertThat(odd.caughtLeftOut()).isLessThanOrEqualTo(odd.fitted().caught());
  }

  @Test
  void aNameThatComesTooLateHoldsNothingBack() {
    Cases cases = new Cases();
    for (int i = 0; i < 3; i++) {
      session(cases, "good-" + i, LegalStatus.LEGAL, "Web");
      cases
          .session(
              "bad-" + i,
              "bad-" + i,
              "HTTP",
              Protection.PLAIN,
              LegalStatus.INFRINGING,
              Answer.BLOCKS_TOO_LATE)
          .named("P2P");
    }
    assertThat(ceiling(cases).orElseThrow().outOfReach()).isEqualTo(3);
  }

  @Test
  void namesOfControlAndBackgroundHitTheLawful() {
    Cases cases = new Cases();
    for (int i = 0; i < 3; i++) {
      session(cases, "bad-" + i, LegalStatus.INFRINGING, "P2P");
      session(cases, "good-" + i, LegalStatus.LEGAL, "Web");
      cases.alsoFlow(Role.BACKGROUND, LegalStatus.LEGAL, Answer.NAMES_PROTOCOL).named("P2P");
    }
    OwnCeiling own = ceiling(cases).orElseThrow();
    assertThat(own.choices()).hasSize(2);
    assertThat(own.choices().get(1).fitted().falsePositives()).isEqualTo(1);
  }

  @Test
  void aWorkThatTakesTwoNamesIsConcededInTheFitOnly() {
    Cases cases = new Cases();
    for (int i = 0; i < 3; i++) {
      session(cases, "bad-" + i, LegalStatus.INFRINGING, "A").carrying(400);
      cases.alsoFlow(Role.CONTENT, LegalStatus.INFRINGING, Answer.NAMES_PROTOCOL);
      cases.named("B").carrying(400);
      cases.alsoFlow(Role.CONTENT, LegalStatus.INFRINGING, Answer.ALLOWS).carrying(200);
      session(cases, "good-" + i, LegalStatus.LEGAL, "A");
    }
    OwnCeiling own = ceiling(cases).orElseThrow();
    assertThat(own.undecided()).isEqualTo(3);
    assertThat(own.choices().get(0).fitted().caught()).isEqualTo(1);
    assertThat(own.choices().get(0).caughtLeftOut()).isZero();
  }
}
