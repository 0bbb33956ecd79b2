package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolScoresTest {

  /** Flows of one protocol each, in clusters of their own, and what they were taken for. */
  private static List<ProtocolScore> scores(String... isAndSaid) {
    Cases cases = new Cases();
    for (int i = 0; i < isAndSaid.length; i += 2) {
      cases.session(
          "cluster-" + i,
          "session-" + i,
          isAndSaid[i],
          Protection.PLAIN,
          LegalStatus.LEGAL,
          Answer.NAMES_PROTOCOL);
    }
    RunEvidence made = cases.evidence();
    List<Observation> renamed = new ArrayList<>();
    for (int i = 0; i < isAndSaid.length; i += 2) {
      renamed.add(renamed(made.observations().get(i / 2), isAndSaid[i + 1]));
    }
    RunEvidence evidence =
        new RunEvidence(
            made.corpus(),
            made.sessions(),
            renamed,
            made.unstable(),
            made.blindingKeys(),
            made.feeds(),
            made.accusations());
    return Scorer.score("test", evidence, Policy.OWN, List.of()).protocols();
  }

  private static Observation renamed(Observation o, String name) {
    return new Observation(
        o.session(),
        o.flow(),
        o.label(),
        o.packets(),
        o.bytes(),
        o.lastPayloadPacket(),
        o.contentBytes(),
        o.contentBytesBeforeBlock(),
        o.outcome(),
        o.verdict(),
        Optional.of(name),
        o.decidedAtPacket(),
        o.action());
  }

  private static ProtocolScore of(String protocol, List<ProtocolScore> scores) {
    return scores.stream().filter(s -> s.protocol().equals(protocol)).findFirst().orElseThrow();
  }

  @Test
  void hitsMissesAndMistakesAreCounted() {
    List<ProtocolScore> scores =
        scores(
            "BitTorrent",
            "BitTorrent",
            "BitTorrent",
            "Unknown",
            "BitTorrent",
            "HTTP",
            "HTTP",
            "BitTorrent",
            "HTTP",
            "HTTP",
            "DNS",
            "Unknown");
    ProtocolScore torrent = of("BitTorrent", scores);
    assertThat(List.of(torrent.flows(), torrent.named(), torrent.right()))
        .containsExactly(3L, 2L, 1L);
    assertThat(torrent.clusters()).isEqualTo(3);
    assertThat(torrent.precision()).hasValue(0.5);
    assertThat(torrent.recall()).hasValue(1.0 / 3);
    assertThat(of("DNS", scores).precision()).isEmpty();
    assertThat(of("DNS", scores).recall()).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "Tor, TLS.Tor, Tor",
    "TLS, TLS.Tor, TLS",
    "HTTP, TLS.Tor, Tor",
    "TLS, tls, TLS",
    "HTTP, Nonsense, Nonsense",
    "BitTorrent, DNP3.HTTP, HTTP"
  })
  void aFlowCountsForOneName(String is, String said, String counted) {
    assertThat(scores(is, said))
        .filteredOn(score -> score.named() > 0)
        .singleElement()
        .satisfies(score -> assertThat(score.protocol()).isEqualTo(counted));
  }

  @Test
  void aWrongNameThatNoLabelUsesHasNoRecall() {
    assertThat(of("Nonsense", scores("HTTP", "Nonsense")).recall()).isEmpty();
  }

  @Test
  void whoNamesNothingIsNotScored() {
    assertThat(scores("HTTP", "Unknown")).isEmpty();
    assertThat(
            Scorer.score(
                    "test",
                    new Cases().pair("c", "HTTP", Answer.ALLOWS, Answer.ALLOWS).evidence(),
                    Policy.OWN,
                    List.of())
                .protocols())
        .isEmpty();
  }

  @Test
  void attacksAreLeftOutAndTheUnansweredCountAsMissed() {
    Cases cases =
        new Cases()
            .pair("c", "HTTP", Answer.NAMES_PROTOCOL, Answer.CRASHES)
            .alsoFlow(Role.ATTACK, LegalStatus.LEGAL, Answer.NAMES_PROTOCOL);
    List<ProtocolScore> scores =
        Scorer.score("test", cases.evidence(), Policy.OWN, List.of()).protocols();
    assertThat(scores).hasSize(1);
    assertThat(of("HTTP", scores).recall()).hasValue(0.5);
  }
}
