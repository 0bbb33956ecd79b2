package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java plugins: the example as it is handed in, and what a plugin can do to its own process. */
@Tag("slow")
class JarPluginsTest {

  private static final Path EXAMPLES = Cli.HOME.resolve("classifier/examples");
  private static final String SERVICE = "org.dreyfus.classifier.ClassifierProvider";
  private static final Path MISBEHAVING =
      Path.of("src/test/resources/hostile/jar/Misbehaving.java");
  private static final Path STORIES =
      Path.of("../engine/src/test/resources/golden/three-stories/corpus");

  @TempDir static Path folder;

  private static Optional<Bundle> good = Optional.empty();

  @BeforeEach
  void bubblewrapIsNeeded() {
    boolean found = Bubblewrap.find().isPresent();
    assertThat(found || System.getenv("CI") == null).as("bubblewrap is needed in CI").isTrue();
    assumeTrue(found, "bubblewrap is missing, or may not make namespaces here");
  }

  @Test
  void theExampleSaysWhatItsTwinInPythonSays() throws Exception {
    Path corpus =
        SmallCorpus.of(
            folder.resolve("corpus"),
            "bittorrent-libtorrent-dht-plain-1a",
            "bittorrent-transmission-plain-open-tracker-1a",
            "web-http11-1a");
    Path plugin = Files.createDirectory(folder.resolve("java"));
    Files.copy(EXAMPLES.resolve("java/plugin.json"), plugin.resolve("plugin.json"));
    Path jar =
        MadeJar.of(
            EXAMPLES.resolve("java/src/example/PortBlocker.java"),
            Files.readString(EXAMPLES.resolve("java/META-INF/services").resolve(SERVICE)).strip(),
            plugin.resolve("blocker.jar"));
    List<Observation> expected =
        observations(evaluate(corpus, EXAMPLES.resolve("python/plugin.json"), "example-python"));
    assertThat(expected).anyMatch(flow -> flow.protocol().isPresent());
    Bundle described = evaluate(corpus, plugin.resolve("plugin.json"), "example-java");
    assertThat(observations(described)).isEqualTo(expected);
    assertThat(observations(evaluate(corpus, jar, "example-java"))).isEqualTo(expected);
    Bundle trusted = evaluate(corpus, jar, "example-java", "--in-process");
    assertThat(observations(trusted)).isEqualTo(expected);
    assertThat(trusted.manifest().environment())
        .containsEntry("isolation", "none: ran in the harness's own process")
        .containsKey("plugin");
    assertThat(described.manifest().environment().get("isolation")).startsWith("bubblewrap");
  }

  /** In the sessions with rsync; what it had decided stands, and the other sessions do. */
  @ParameterizedTest
  @CsvSource({
    "exits, Crashed",
    "halts, Crashed",
    "loops, TimedOut",
    "fills-memory, Crashed",
    "crashes-natively, Crashed",
    "overflows, Crashed",
    "throws, Crashed"
  })
  void costsTheUndecidedFlowsOfThatSession(String behaviour, String outcome) throws Exception {
    Bundle bundle = misbehaving(behaviour);
    assertThat(observations(bundle, false)).isNotEmpty().isEqualTo(observations(good(), false));
    List<Observation> expected = observations(good(), true);
    List<Observation> tempted = observations(bundle, true);
    assertThat(tempted).hasSameSizeAs(expected);
    for (int i = 0; i < tempted.size(); i++) {
      if (tempted.get(i).outcome() instanceof Outcome.Answered) {
        assertThat(tempted.get(i)).isEqualTo(expected.get(i));
      } else {
        assertThat(tempted.get(i).outcome().getClass().getSimpleName()).isEqualTo(outcome);
      }
    }
    assertThat(tempted).anyMatch(flow -> !(flow.outcome() instanceof Outcome.Answered));
    assertThat(RunEvidence.of(bundle.evidence()).conduct())
        .flatExtracting(Conduct::breaches)
        .extracting(Conduct.Breach::rule)
        .as("nothing but its end")
        .allMatch(rule -> !rule.startsWith("O"));
  }

  @Test
  void whatItPrintsIsItsLog() throws Exception {
    Bundle bundle = misbehaving("prints");
    assertThat(observations(bundle)).isEqualTo(observations(good()));
    assertThat(RunEvidence.of(bundle.evidence()).conduct())
        .allSatisfy(conduct -> assertThat(conduct.breaches()).isEmpty());
  }

  @Test
  void onlyJarsRunInProcess() {
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--plugin",
            EXAMPLES.resolve("python/plugin.json").toString(),
            "--in-process",
            "--corpus",
            STORIES.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("plugin 'example-python' is no jar");
  }

  private Bundle good() throws Exception {
    if (good.isEmpty()) {
      good = Optional.of(misbehaving("good"));
    }
    return good.get();
  }

  private Bundle misbehaving(String behaviour) throws Exception {
    Path plugin = Files.createDirectories(folder.resolve("plugin-" + behaviour));
    MadeJar.of(MISBEHAVING, "hostile.Misbehaving", plugin.resolve("plugin.jar"));
    Files.writeString(
        plugin.resolve("plugin.json"),
        """
        {"schemaVersion": 1, "id": "misbehaving", "name": "M", "version": "1", "vendor": "Nobody",
         "kind": "java", "jar": "plugin.jar", "options": {"behaviour": "%s"},
         "limits": {"timeSeconds": 6, "memoryMiB": 256}}
        """
            .formatted(behaviour));
    return evaluate(STORIES, plugin.resolve("plugin.json"), "misbehaving");
  }

  private static List<Observation> observations(Bundle bundle) {
    return RunEvidence.of(bundle.evidence()).observations();
  }

  private static List<Observation> observations(Bundle bundle, boolean ofRsync) {
    return observations(bundle).stream()
        .filter(flow -> flow.session().startsWith("rsync") == ofRsync)
        .toList();
  }

  private Bundle evaluate(Path corpus, Path plugin, String id, String... more) throws IOException {
    Path out = Files.createTempDirectory(folder, "runs").resolve("out");
    List<String> command =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--plugin",
                plugin.toString(),
                "--corpus",
                corpus.toString(),
                "--no-witness-check",
                "--out",
                out.toString()));
    command.addAll(List.of(more));
    Cli.Ended ended = Cli.run(command.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return BundleReader.read(out.resolve(id));
  }
}
