package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static Scorecard score(Cases cases) {
    return Scorer.score("test", cases.evidence(), Policy.OWN, List.of());
  }

  private static Cases pairs(Answer lawful, Answer unlicensed) {
    Cases cases = new Cases();
    for (int i = 0; i < 12; i++) {
      cases.pair("cluster-" + i, "BitTorrent", lawful, unlicensed);
    }
    return cases;
  }

  private static int letThrough(Scorecard card, BlockRule rule) {
    return Optional.ofNullable(card.headline().falseNegativesByRule().get(rule))
        .orElseThrow()
        .errors();
  }

  @Test
  void anOracleMakesNoError() {
    Scorecard card = score(pairs(Answer.ALLOWS, Answer.BLOCKS_AT_ONCE));
    assertThat(card.headline().falsePositives().errorsIfUnansweredWrong()).isZero();
    assertThat(card.headline().falseNegatives().errorsIfUnansweredWrong()).isZero();
    assertThat(card.falsePositives()).isEmpty();
    assertThat(card.letThrough()).isEmpty();
    assertThat(card.pairs().difference()).isEqualTo(1);
    assertThat(card.pairs().p()).isLessThan(0.001);
    assertThat(card.headline().falsePositives().upper()).isBetween(0.2, 0.3);
  }

  @Test
  void anInvertedOracleMakesEveryError() {
    Scorecard card = score(pairs(Answer.BLOCKS_AT_ONCE, Answer.ALLOWS));
    assertThat(card.headline().falsePositives().errors()).isEqualTo(12);
    assertThat(card.headline().falseNegatives().errors()).isEqualTo(12);
    assertThat(card.falsePositives()).hasSize(12);
    assertThat(card.letThrough()).hasSize(12);
    assertThat(card.pairs().difference()).isEqualTo(-1);
  }

  @Test
  void oneWhoAlwaysCrashesDoesNotLookPerfect() {
    Scorecard card = score(pairs(Answer.CRASHES, Answer.CRASHES));
    Rate lawful = card.headline().falsePositives();
    assertThat(lawful.errors()).isZero();
    assertThat(lawful.errorsIfUnansweredWrong()).isEqualTo(12);
    assertThat(lawful.lower()).isZero();
    assertThat(lawful.upper()).isEqualTo(1);
    assertThat(card.headline().falseNegatives().errorsIfUnansweredWrong()).isEqualTo(12);
    assertThat(card.flows()).allSatisfy(f -> assertThat(f.unanswered()).isEqualTo(12));
  }

  @Test
  void oneWhoBlocksEverythingIsAtChance() {
    Cases cases = new Cases();
    for (int i = 0; i < 40; i++) {
      cases.pair("cluster-" + i, "BitTorrent", Answer.BLOCKS_AT_ONCE, Answer.BLOCKS_AT_ONCE);
    }
    Discrimination pairs = score(cases).pairs();
    assertThat(pairs.difference()).isZero();
    assertThat(pairs.p()).isEqualTo(1);
    assertThat(pairs.atChance()).isTrue();
  }

  @Test
  void aLateBlockIsNeitherError() {
    Scorecard card = score(pairs(Answer.BLOCKS_TOO_LATE, Answer.BLOCKS_TOO_LATE));
    assertThat(card.headline().falsePositives().errors()).isZero();
    assertThat(card.headline().lateFlags()).isEqualTo(24);
    assertThat(card.headline().falseNegatives().errors()).isEqualTo(12);
  }

  @Test
  void whatCountsAsLetThroughIsShownUnderEveryRule() {
    Scorecard card = score(pairs(Answer.ALLOWS, Answer.BLOCKS_HALF_WAY));
    assertThat(card.headline().falseNegatives().errors()).isEqualTo(12);
    assertThat(letThrough(card, BlockRule.TENTH)).isEqualTo(12);
    assertThat(letThrough(card, BlockRule.NINE_TENTHS)).isZero();
  }

  @Test
  void aBlockedControlFlowHitsALawfulSessionAndPreventsUnderItsRule() {
    Cases cases =
        new Cases()
            .session("a", "a", "BitTorrent", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
            .alsoFlow(Role.CONTROL, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE)
            .session(
                "b", "b", "BitTorrent", Protection.PLAIN, LegalStatus.INFRINGING, Answer.ALLOWS)
            .alsoFlow(Role.CONTROL, LegalStatus.INFRINGING, Answer.BLOCKS_AT_ONCE);
    Scorecard card = score(cases);
    assertThat(card.headline().falsePositives().errors()).isEqualTo(1);
    assertThat(card.headline().contentHit()).isZero();
    assertThat(card.headline().falseNegatives().errors()).isEqualTo(1);
    assertThat(letThrough(card, BlockRule.CONTROL)).isZero();
  }

  @Test
  void attacksAndMixedSessionsAreNoErrors() {
    Cases cases =
        new Cases()
            .session("a", "a", "BitTorrent", Protection.PLAIN, LegalStatus.LEGAL, Answer.ALLOWS)
            .alsoFlow(Role.ATTACK, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE)
            .session("b", "b", "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE)
            .alsoFlow(Role.CONTENT, LegalStatus.UNDETERMINED, Answer.BLOCKS_AT_ONCE);
    Scorecard card = score(cases);
    assertThat(card.headline().falsePositives().sessions()).isEqualTo(1);
    assertThat(card.headline().falsePositives().errors()).isZero();
    assertThat(card.headline().mixedSessions()).isEqualTo(1);
  }

  @Test
  void repetitionsAreNotN() {
    Cases cases = new Cases();
    for (int i = 0; i < 10; i++) {
      cases.session(
          "one", "s" + i, "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE);
    }
    Rate rate = score(cases).headline().falsePositives();
    assertThat(rate.sessions()).isEqualTo(10);
    assertThat(rate.clusters()).isEqualTo(1);
    assertThat(rate.lower()).isLessThan(0.05);
  }

  @Test
  void aPolicyBlocksWhatAClassifierNames() {
    Cases cases = pairs(Answer.NAMES_PROTOCOL, Answer.NAMES_PROTOCOL);
    Policy policy = new Policy(1, "p", "P", "Test.", Set.of("BitTorrent"));
    assertThat(Scorer.applicable(cases.evidence(), List.of(policy))).containsExactly(policy);
    Scorecard blocked = Scorer.score("test", cases.evidence(), policy, List.of());
    assertThat(blocked.headline().falsePositives().errors()).isEqualTo(12);
    assertThat(blocked.headline().falseNegatives().errors()).isZero();
    Scorecard own = Scorer.score("test", cases.evidence(), Policy.OWN, List.of());
    assertThat(own.headline().falsePositives().errors()).isZero();
  }

  @Test
  void policiesMatchEitherSideOfADot() {
    Policy policy = new Policy(1, "p", "P", "Test.", Set.of("Tor", "DNS"));
    assertThat(policy.blocksProtocol("TLS.Tor")).isTrue();
    assertThat(policy.blocksProtocol("DNS.Google")).isTrue();
    assertThat(policy.blocksProtocol("TLS")).isFalse();
    assertThat(policy.blocksProtocol("Torrent")).isFalse();
  }
}
