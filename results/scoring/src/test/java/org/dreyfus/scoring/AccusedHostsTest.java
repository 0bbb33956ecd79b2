package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.scoring.Accusation.Deed;
import org.junit.jupiter.api.Test;

class AccusedHostsTest {

  private static Optional<AccusedHosts> score(Cases cases) {
    return Scorer.score("x", cases.evidence(), Policy.OWN, List.of()).accusations();
  }

  private static void session(Cases cases, String id) {
    cases.session(
        id, id, "BitTorrent", Protection.PLAIN, LegalStatus.INFRINGING, Cases.Answer.ALLOWS);
  }

  @Test
  void whoAccusesNobodyHasNoAccusations() {
    Cases cases = new Cases();
    session(cases, "c");
    assertThat(score(cases)).isEmpty();
  }

  @Test
  void hostsAreCountedByWhatTheyDid() {
    Cases cases = new Cases();
    session(cases, "c");
    cases
        .accused("c", "10.0.0.1", Deed.UNLICENSED)
        .accused("c", "10.0.0.2", Deed.UNLICENSED)
        .accused("c", "10.0.0.3", Deed.UNDETERMINED)
        .accused("c", "10.0.0.4", Deed.LAWFUL)
        .accused("c", "10.0.0.5", Deed.NO_WORK)
        .accused("c", "10.0.0.6", Deed.NOBODY);
    AccusedHosts accused = score(cases).orElseThrow();
    assertThat(accused.hosts()).isEqualTo(5);
    assertThat(accused.unlicensed()).isEqualTo(2);
    assertThat(accused.undetermined()).isEqualTo(1);
    assertThat(accused.falselyAccused()).isEqualTo(2);
    assertThat(accused.nobody()).isEqualTo(1);
    assertThat(accused.falseShare()).as("one cluster is too few for an interval").isEmpty();
    assertThat(accused.examples())
        .as("one a cluster, and who moved nothing first")
        .singleElement()
        .satisfies(example -> assertThat(example.deed()).isEqualTo(Deed.NO_WORK));
  }

  @Test
  void anIntervalNeedsFortyClusters() {
    Cases cases = new Cases();
    for (int i = 0; i < 40; i++) {
      String id = "c" + i;
      session(cases, id);
      cases.accused(id, "10.0.0.1", i % 2 == 0 ? Deed.UNLICENSED : Deed.NO_WORK);
      cases.accused(id, "10.0.0.2", Deed.UNLICENSED);
    }
    AccusedHosts accused = score(cases).orElseThrow();
    assertThat(accused.falselyAccused()).isEqualTo(20);
    assertThat(accused.falseShare())
        .hasValueSatisfying(
            share -> {
              assertThat(share.lower()).isBetween(0.1, 0.25);
              assertThat(share.upper()).isBetween(0.25, 0.4);
            });
    assertThat(accused.examples()).hasSize(20);
  }
}
