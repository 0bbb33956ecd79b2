package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.recorder.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {

  private static final ScenarioSelection QUICK =
      ScenarioSelection.only(Set.of("rsync", "dns-udp", "web-http11"));

  @Test
  void namesAnUnknownScenario(@TempDir Path folder) {
    Recording recording =
        new Recording(
            folder.resolve("c"),
            "c",
            1,
            1,
            1,
            ScenarioSelection.only(Set.of("no-such-scenario")),
            false);
    assertThatThrownBy(() -> recording.run(new Notes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no scenario 'no-such-scenario'; there are: ");
  }

  @Test
  void scenariosAreChosenByIdAndTag() {
    List<Scenario> all = Scenarios.all();
    assertThat(ScenarioSelection.all().choose(all)).isEqualTo(all);
    assertThat(new ScenarioSelection(Set.of("clock-ntp"), Set.of("web")).choose(all))
        .extracting(Scenario::id)
        .contains("clock-ntp", "web-http11")
        .doesNotContain("rsync");
    assertThatThrownBy(() -> new ScenarioSelection(Set.of(), Set.of("no-tag")).choose(all))
        .hasMessageContaining("no tag 'no-tag'; there are: ");
  }

  @Test
  @Tag("slow")
  void recordsRealProgramsAndGoesOnWhereItStopped(@TempDir Path folder) throws Exception {
    Requirements.root();
    Path target = folder.resolve("quick");
    Notes notes = new Notes();
    assertThat(new Recording(target, "quick", 5, 2, 1, QUICK, false).run(notes))
        .as("%s", notes)
        .isEmpty();
    Corpus corpus = Corpus.open(target);
    assertSound(corpus);
    assertThat(corpus.sessions()).hasSize(5).allMatch(s -> s.checks().labelsConfirmed());
    assertThat(target.resolve("README.md")).content().contains("| rsync | ");

    Session kept = corpus.session("dns-udp-1a").orElseThrow();
    String captured = Sha256.of(corpus.capture(kept));
    forget(target, "rsync-1a");
    new Recording(target, "quick", 5, 1, 1, QUICK, false).run(notes);
    Corpus again = Corpus.open(target);
    assertSound(again);
    assertThat(again.sessions()).hasSize(5);
    assertThat(again.works()).isEqualTo(corpus.works());
    assertThat(Sha256.of(again.capture(kept))).as("sessions that exist stay").isEqualTo(captured);

    ScenarioSelection more = ScenarioSelection.only(Set.of("clock-ntp"));
    assertThatThrownBy(() -> new Recording(target, "quick", 6, 1, 1, more, false).run(notes))
        .hasMessageContaining("--extend");
    new Recording(target, "quick", 6, 1, 1, more, true).run(notes);
    Corpus extended = Corpus.open(target);
    assertSound(extended);
    assertThat(extended.sessions()).hasSize(6);
    assertThat(extended.works()).as("works of sessions that stay").isEqualTo(corpus.works());
  }

  /** What a recording looks like that was killed before its last session. */
  private static void forget(Path target, String session) throws Exception {
    Path folder = target.resolve("sessions").resolve(session);
    for (String file : List.of("session.json", "flows.jsonl", "capture.pcap.gz")) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
    Files.delete(target.resolve("corpus.json"));
    Files.writeString(target.resolve(".recording.json"), "{\"seed\":5,\"repetitions\":1}");
  }

  private static void assertSound(Corpus corpus) throws Exception {
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
    assertThat(CaptureAgreement.problems(corpus)).isEmpty();
  }

  private static final class Notes implements Progress {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void note(String line) {
      lines.add(line);
    }

    @Override
    public void recorded(String session, int done, int all) {
      lines.add(session);
    }

    @Override
    public String toString() {
      return String.join("\n", lines);
    }
  }
}
