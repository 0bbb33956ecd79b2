package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plugins that mean harm, each against a small corpus: they do it in the sessions with rsync. What
 * they do is contained, named, and leaves the other sessions and this machine as they were.
 */
@Tag("slow")
class HostilePluginsTest {

  private static final Path PLUGINS = Path.of("src/test/resources/hostile");
  private static final Path CORPUS =
      Path.of("../engine/src/test/resources/golden/three-stories/corpus");
  private static final int TIME_SECONDS = 4;

  /** In the name of every copy of a plugin that this process made. */
  private static final String OURS = "dreyfus-plugin-" + ProcessHandle.current().pid() + "-";

  @TempDir Path folder;

  @BeforeEach
  void bubblewrapIsNeeded() {
    boolean found = Bubblewrap.find().isPresent();
    assertThat(found || System.getenv("CI") == null).as("bubblewrap is needed in CI").isTrue();
    assumeTrue(found, "bubblewrap is missing, or may not make namespaces here");
  }

  /** They try what cannot succeed, and then do their work: nothing is to be seen of it. */
  @ParameterizedTest
  @ValueSource(strings = {"reads-labels", "fills-disk", "keeps-state", "kills-parent"})
  void whatCannotSucceedChangesNothing(String name) throws IOException {
    Bundle hostile = evaluate(name, Map.of("corpus", CORPUS.toAbsolutePath().toString()), 0);
    assertThat(RunEvidence.of(hostile.evidence()).observations()).isEqualTo(good());
    assertThat(breaches(hostile)).isEmpty();
  }

  @Test
  void nobodyIsReached() throws IOException {
    try (ServerSocket home = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      home.setSoTimeout(1);
      Bundle hostile =
          evaluate("opens-sockets", Map.of("port", Integer.toString(home.getLocalPort())), 0);
      assertThat(RunEvidence.of(hostile.evidence()).observations()).isEqualTo(good());
    }
  }

  @Test
  void resultsAreOutOfReach() throws IOException {
    Path out = folder.resolve("out-tampers-with-results");
    Bundle hostile = evaluate("tampers-with-results", Map.of("out", folder.toString()), 0);
    assertThat(RunEvidence.of(hostile.evidence()).observations()).isEqualTo(good());
    assertThat(Cli.run("verify", out.resolve("hostile").toString()).exitCode()).isZero();
  }

  /** They break rules, which are counted; their answers stand. */
  @ParameterizedTest
  @CsvSource({"answers-for-others, F1", "answers-ahead, V4", "answers-twice, V2"})
  void brokenRulesAreNamed(String name, String rule) throws IOException {
    Bundle hostile = evaluate(name, Map.of(), 0);
    assertThat(RunEvidence.of(hostile.evidence()).observations()).isEqualTo(good());
    assertThat(breaches(hostile)).containsExactly(Map.entry(rule, 2));
    assertThat(page(name)).contains("How it behaved").contains("<td>" + rule + "</td>");
  }

  @Test
  void aDateInThePastBuysNothing() throws IOException {
    Bundle hostile = evaluate("dates-back", Map.of(), 0);
    assertThat(breaches(hostile)).containsExactly(Map.entry("V5", 2));
    Map<String, Long> decidedAt =
        RunEvidence.of(hostile.evidence()).observations().stream()
            .filter(observation -> observation.session().startsWith("rsync"))
            .collect(Collectors.toMap(Observation::session, Observation::decidedAtPacket));
    assertThat(decidedAt).containsOnly(Map.entry("rsync-1a", 2L), Map.entry("rsync-1b", 2L));
  }

  /** They do not come to an end as they should: what they had not decided is unanswered. */
  @ParameterizedTest
  @CsvSource({
    "sleeps, T1, TimedOut",
    "forks-without-end, T1, TimedOut",
    "floods-gigabytes, T1, TimedOut",
    "floods-garbage, O3, Crashed",
    "fills-memory, T2, Crashed",
    "dies, I6, Crashed",
    "crashes, I6, Crashed",
    "outlives, I6, Crashed",
    "leaves-early, I4, Crashed",
    "closes-stdout, T1, TimedOut"
  })
  void itsUndecidedFlowsAreUnansweredAndNoOthers(String name, String rule, String outcome)
      throws IOException {
    Bundle hostile = evaluate(name, Map.of(), 0);
    Map<Boolean, List<Observation>> tempted =
        byTemptation(RunEvidence.of(hostile.evidence()).observations());
    assertThat(tempted.get(false)).isEqualTo(byTemptation(good()).get(false));
    assertThat(tempted.get(true))
        .isNotEmpty()
        .allSatisfy(
            observation ->
                assertThat(observation.outcome().getClass().getSimpleName()).isEqualTo(outcome))
        .noneMatch(observation -> observation.outcome() instanceof Outcome.Answered);
    assertThat(breaches(hostile)).containsEntry(rule, 2);
    assertThat(page(name)).contains("<td>" + rule + "</td>");
  }

  private static Map<Boolean, List<Observation>> byTemptation(List<Observation> all) {
    return all.stream()
        .collect(Collectors.partitioningBy(each -> each.session().startsWith("rsync")));
  }

  private List<Observation> good() throws IOException {
    return RunEvidence.of(evaluate("good", Map.of(), 0).evidence()).observations();
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("out-" + name).resolve("hostile/scorecard.html"));
  }

  private static Map<String, Integer> breaches(Bundle bundle) {
    Map<String, Integer> sessions = new TreeMap<>();
    for (Conduct conduct : RunEvidence.of(bundle.evidence()).conduct()) {
      conduct.breaches().forEach(breach -> sessions.merge(breach.rule(), 1, Integer::sum));
    }
    return sessions;
  }

  private Bundle evaluate(String name, Map<String, String> options, int exitCode)
      throws IOException {
    Path out = folder.resolve("out-" + name);
    List<String> command =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--plugin",
                plugin(name).toString(),
                "--corpus",
                CORPUS.toString(),
                "--no-witness-check",
                "--out",
                out.toString()));
    options.forEach((key, value) -> command.addAll(List.of("--option", key + "=" + value)));
    long before = System.nanoTime();
    Cli.Ended ended = Cli.run(command.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat((System.nanoTime() - before) / 1e9).as("seconds").isLessThan(60);
    assertThat(processesLeft()).isEmpty();
    assertThat(foldersLeft()).isEmpty();
    return BundleReader.read(out.resolve("hostile"));
  }

  private Path plugin(String name) throws IOException {
    Path plugin = Files.createDirectories(folder.resolve("plugin-" + name));
    for (String file : List.of("base.py", name + ".py")) {
      Files.writeString(plugin.resolve(file), Files.readString(PLUGINS.resolve(file)));
    }
    return Files.writeString(
        plugin.resolve("plugin.json"),
        """
        {"schemaVersion": 1, "id": "hostile", "name": "%s", "version": "1", "vendor": "Nobody",
         "kind": "program", "command": ["python3", "%s.py"], "timing": "lockstep",
         "limits": {"timeSeconds": %d, "memoryMiB": 128, "processes": 16, "scratchMiB": 1}}
        """
            .formatted(name, name, TIME_SECONDS));
  }

  private static List<String> processesLeft() throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(HostilePluginsTest::commandLine)
          .flatMap(Optional::stream)
          .filter(line -> line.contains("bwrap") && line.contains(OURS))
          .toList();
    }
  }

  private static Optional<String> commandLine(Path process) {
    try {
      return Optional.of(Files.readString(process.resolve("cmdline")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static List<Path> foldersLeft() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith(OURS)).toList();
    }
  }
}
