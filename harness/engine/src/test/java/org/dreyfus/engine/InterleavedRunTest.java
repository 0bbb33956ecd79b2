package org.dreyfus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterleavedRunTest {

  private static final Path CORPUS = Path.of("src/test/resources/golden/three-stories/corpus");
  private static final long ENOUGH = 5;

  @TempDir Path folder;

  private Evaluation evaluation(Subject subject) throws IOException {
    return new Evaluation(
        Corpus.open(CORPUS),
        List.of(subject),
        1,
        1,
        true,
        false,
        Duration.ofSeconds(30),
        folder.resolve("journal"));
  }

  private List<Observation> apart(Subject subject) throws IOException {
    return seen(new Run(evaluation(subject), (done, all) -> {}).execute().get(0));
  }

  private static List<Observation> seen(Run.Result result) {
    return RunEvidence.of(result.evidence()).observations();
  }

  private Run.Result together(Subject subject) throws IOException {
    Path scratch = folder.resolve("scratch");
    Run.Result result = new InterleavedRun(evaluation(subject), scratch).execute().get(0);
    assertThat(scratch).doesNotExist();
    return result;
  }

  /** Blocks UDP at the second packet of a flow: needs nothing but the flow. */
  private static Subject stateless() {
    return Fakes.subject(
        "stateless",
        configuration ->
            (flow, packet) ->
                flow.ipProtocol() != 17
                    ? new Verdict.Identified("TCP", true)
                    : flow.packets() == 2 ? Fakes.BLOCK : Verdict.undecided());
  }

  /** Lets the first flows pass that it ever sees, and blocks those after. */
  private static Subject counting() {
    return Fakes.subject(
        "counting",
        configuration -> {
          AtomicLong flows = new AtomicLong();
          return (flow, packet) -> flows.incrementAndGet() <= ENOUGH ? Fakes.ALLOW : Fakes.BLOCK;
        });
  }

  @Test
  void whoeverLooksAtFlowsAloneSaysTheSame() throws IOException {
    assertThat(seen(together(stateless()))).isEqualTo(apart(stateless()));
  }

  @Test
  void whatIsKeptFromSessionToSessionShows() throws IOException {
    List<Observation> together = seen(together(counting()));
    assertThat(together).hasSameSizeAs(apart(counting())).isNotEqualTo(apart(counting()));
    assertThat(together)
        .filteredOn(observation -> observation.action() == Observation.Action.PASS)
        .hasSize((int) ENOUGH);
  }

  @Test
  void theRowHasANameOfItsOwnAndNoNetworkFeed() throws IOException {
    Run.Result result = together(stateless());
    assertThat(result.subject().id()).isEqualTo("stateless-interleaved");
    assertThat(result.evidence().facts().feeds()).isEmpty();
    assertThat(result.evidence().facts().blindingKeys()).isEqualTo(1);
  }
}
