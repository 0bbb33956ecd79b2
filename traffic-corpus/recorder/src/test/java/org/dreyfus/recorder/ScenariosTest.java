package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;
import org.junit.jupiter.api.Test;

final class ScenariosTest {

  private static final List<Scenario> ALL = Scenarios.all();

  @Test
  void thereAreEnough() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(25);
    assertThat(ALL.stream().filter(Scenario::movesWork).count()).isGreaterThanOrEqualTo(25);
  }

  @Test
  void idsAndClustersAreUnique() {
    assertThat(ALL).extracting(Scenario::id).doesNotHaveDuplicates();
    assertThat(ALL).extracting(Scenario::cluster).doesNotHaveDuplicates();
  }

  @Test
  void idsCanBeFolders() {
    assertThat(ALL).extracting(Scenario::id).allMatch(id -> id.matches("[a-z0-9][a-z0-9-]*"));
  }

  @Test
  void namesOfHostsFitIntoNamesOfNamespaces() {
    assertThat(ALL.stream().flatMap(scenario -> scenario.hosts().stream()))
        .allMatch(host -> host.matches("[a-z][a-z0-9-]{0,20}") && !host.equals("wire"));
  }

  @Test
  void storiesSayNothingOfRights() {
    assertThat(ALL)
        .extracting(Scenario::story)
        .noneMatch(story -> story.toLowerCase().matches(".*(licen|pira|copyright|infring).*"));
  }

  @Test
  void onlyWorksHaveRights() {
    assertThat(ALL)
        .filteredOn(scenario -> scenario.alwaysLawful().isPresent())
        .allMatch(Scenario::movesWork);
  }
}
