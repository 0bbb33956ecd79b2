package org.dreyfus.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.scoring.Finding;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineBundleTest {

  @TempDir Path folder;

  private Path write(Bundle bundle) throws IOException {
    Path target = folder.resolve("run");
    BundleWriter.write(target, bundle, (its, cards) -> "<html>page</html>");
    return target;
  }

  @Test
  void whatWasSeenOnTheWireIsKeptAndVerifies() throws IOException {
    Bundle before = InlineRuns.bundle();
    Path run = write(before);
    assertThat(Runs.held(BundleReader.read(run))).isEqualTo(before);
    assertThat(BundleReader.read(run).scorecards()).isEqualTo(before.scorecards());
    assertThat(Digests.listed(run)).containsKeys("inline.json", "inline.jsonl.gz");
    assertThat(Verification.problems(run)).isEmpty();
    Path copy = folder.resolve("published");
    CompactBundle.write(run, copy);
    assertThat(Verification.problems(copy)).isEmpty();
    assertThat(BundleReader.read(copy).evidence().facts().inline())
        .isEqualTo(before.evidence().facts().inline());
  }

  @Test
  void aClassifiersBundleHasNothingOfIt() throws IOException {
    Path run = write(Runs.bundle());
    assertThat(run.resolve("inline.json")).doesNotExist();
    assertThat(run.resolve("inline.jsonl.gz")).doesNotExist();
    assertThat(Files.readString(run.resolve("scorecard.json"))).doesNotContain("\"inline\"");
  }

  @Test
  void theWireRefutesEveryThreeHours() throws IOException {
    Finding finding = InlineRuns.bundle().scorecards().get(0).claims().get(0).findings().get(0);
    assertThat(finding.claim().id()).isEqualTo("every-three-hours");
    assertThat(finding.because())
        .contains("it sent 13 packets that belong to no flow, at most 12 to one host");
    assertThat(finding.result()).isEqualTo(Finding.Result.REFUTED);
  }

  @Test
  void theFilesFitTheirSchemas() throws IOException {
    Bundle bundle = InlineRuns.bundle();
    assertThat(violations("inline", Files.readString(write(bundle).resolve("inline.json"))))
        .isEmpty();
    for (InlineFlow flow : InlineRuns.flows()) {
      assertThat(violations("inline-flow", ResultJson.json().line(flow))).isEmpty();
    }
    assertThat(
            violations("scorecard", ResultJson.json().pretty(Scorecards.of(bundle.scorecards()))))
        .isEmpty();
    String line = ResultJson.json().line(InlineRuns.flows().get(0));
    assertThat(violations("inline-flow", line.replace("CONTENT", "MAGIC"))).isNotEmpty();
  }

  private static List<com.networknt.schema.Error> violations(String name, String json)
      throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ResultSchemas.text(name))
        .validate(json, InputFormat.JSON);
  }

  private List<String> problems(List<InlineFlow> flows, DecisionPoint decision) throws IOException {
    return Verification.problems(write(InlineRuns.bundle(flows, decision)));
  }

  @Test
  void everyFlowHasOneObservation() throws IOException {
    List<InlineFlow> flows = new ArrayList<>(InlineRuns.flows());
    flows.set(1, InlineRuns.let("b", 2, InlineVerdict.ALLOWED));
    assertThat(problems(flows, DecisionPoint.WIRE))
        .containsExactly(
            "inline.jsonl.gz: session b, flow 2 has no observation, or stands there twice",
            "inline.jsonl.gz: session b, flow 1 is missing");
  }

  @Test
  void aVerdictMustBeThatOfItsObservation() throws IOException {
    List<InlineFlow> flows = new ArrayList<>(InlineRuns.flows());
    flows.set(1, InlineRuns.let("b", 1, InlineVerdict.BLOCKED));
    flows.set(3, InlineRuns.let("b", 9, InlineVerdict.ALLOWED));
    assertThat(problems(flows, DecisionPoint.WIRE))
        .containsExactly(
            "inline.jsonl.gz: session b, flow 1 is BLOCKED, but its observation says otherwise",
            "inline.jsonl.gz: session b, flow 9 is ALLOWED, but its observation says otherwise");
  }

  @Test
  void countsMustAddUp() throws IOException {
    List<InlineFlow> flows = new ArrayList<>(InlineRuns.flows());
    FlowReplay wrong =
        new FlowReplay(
            FlowReplay.Result.PASSED, 0, new FlowReplay.Packets(10, 0, 8, 0, 0, 0, 0, 0, 0, 0));
    flows.set(
        1,
        new InlineFlow(
            "b", 1, InlineVerdict.ALLOWED, 1, List.of(wrong), List.of(), Optional.empty()));
    assertThat(problems(flows, DecisionPoint.WIRE))
        .containsExactly(
            "inline.jsonl.gz: session b, flow 1 was replayed 1 times, not 3",
            "inline.jsonl.gz: session b, flow 1 counts 1 blocked replays of 0",
            "inline.jsonl.gz: session b, flow 1 10 packets sent are not 8 forwarded and 0 dropped",
            "inline.json: the totals are not the sums of inline.jsonl.gz");
  }

  @Test
  void theManifestMustSayThatItWasOnTheWire() throws IOException {
    assertThat(problems(InlineRuns.flows(), DecisionPoint.STREAM))
        .containsExactly("run.json: decision point STREAM does not go with inline.json");
  }

  @Test
  void aFlowBlockedMoreOftenThanReplayedIsNamed() throws IOException {
    List<InlineFlow> flows = new ArrayList<>(InlineRuns.flows());
    InlineFlow first = flows.get(0);
    Path run = write(InlineRuns.bundle());
    flows.set(
        0,
        new InlineFlow(
            "a", 1, first.verdict(), 9, first.replays(), first.controls(), first.cause()));
    StringBuilder lines = new StringBuilder();
    flows.forEach(flow -> lines.append(ResultJson.json().line(flow)));
    try (var out = new GZIPOutputStream(Files.newOutputStream(run.resolve("inline.jsonl.gz")))) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> BundleReader.read(run))
        .isInstanceOf(BundleException.class)
        .hasMessageEndingWith("inline.jsonl.gz: session a, flow 1 was blocked in 9 of 3 replays");
  }
}
