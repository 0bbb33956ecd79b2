package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Work;
import org.junit.jupiter.api.Test;

final class VolumeCheckTest {

  private static final Work WORK =
      new Work(
          "film",
          "Film",
          "video/x-matroska",
          40_000,
          "00",
          LegalStatus.LEGAL,
          LegalBasis.OWN_WORK,
          "rights",
          "generator");

  private record Moved(Role role, long payloadBytes) {}

  @Test
  void contentAddsUpToTheWork() {
    assertThatCode(
            () ->
                check(
                    new Moved(Role.CONTENT, 21_000),
                    new Moved(Role.CONTENT, 20_000),
                    new Moved(Role.CONTROL, 19_999)))
        .doesNotThrowAnyException();
  }

  @Test
  void tooLittleContentSpoilsTheSession() {
    assertThatThrownBy(() -> check(new Moved(Role.CONTENT, 35_999)))
        .hasMessage("CONTENT flows carry 35999 bytes, the work has 40000");
  }

  @Test
  void aWorkElsewhereSpoilsTheSession() {
    assertThatThrownBy(
            () -> check(new Moved(Role.CONTENT, 41_000), new Moved(Role.BACKGROUND, 20_000)))
        .hasMessageContaining("flow 2 carries 20000 bytes but is labelled BACKGROUND");
  }

  @Test
  void whatCarriesAnotherWorkSaysNothingOfThisOne() {
    List<FlowRecord> flows =
        List.of(
            Flows.flow(1, Flows.TCP, "client", 40_000, "server", 80, 41_000),
            Flows.flow(2, Flows.TCP, "client", 40_001, "server", 81, 90_000),
            Flows.flow(3, Flows.TCP, "client", 40_002, "server", 82, 90_000));
    List<FlowLabel> labels =
        List.of(
            FlowLabeller.describe(flows.get(0), label(Role.CONTENT)),
            FlowLabeller.describe(flows.get(1), label(Role.CONTENT, "another")),
            FlowLabeller.describe(flows.get(2), label(Role.ATTACK)));
    assertThatCode(() -> new VolumeCheck(flows, labels).requireCarried(WORK))
        .doesNotThrowAnyException();
  }

  private static void check(Moved... moved) {
    List<FlowRecord> flows =
        IntStream.range(0, moved.length)
            .mapToObj(
                i ->
                    Flows.flow(
                        i + 1,
                        Flows.TCP,
                        "client",
                        40_000 + i,
                        "server",
                        80,
                        moved[i].payloadBytes()))
            .toList();
    List<FlowLabel> labels =
        IntStream.range(0, moved.length)
            .mapToObj(i -> FlowLabeller.describe(flows.get(i), label(moved[i].role())))
            .toList();
    new VolumeCheck(flows, labels).requireCarried(WORK);
  }

  private static Label label(Role role) {
    return label(role, "film");
  }

  private static Label label(Role role, String work) {
    return new Label(
        LegalStatus.LEGAL,
        LegalBasis.OWN_WORK,
        Protection.PLAIN,
        "HTTP",
        Optional.empty(),
        "curl",
        role,
        Optional.of(work),
        Optional.empty());
  }
}
