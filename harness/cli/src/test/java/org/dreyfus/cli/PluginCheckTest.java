package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.program.Bubblewrap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dreyfus plugin check} on all that comes with Dreyfus, and on what is broken. */
@Tag("slow")
class PluginCheckTest {

  private static final Path EXAMPLES = Cli.HOME.resolve("classifier/examples");
  private static final Path BROKEN = Cli.HOME.resolve("classifier/tck/src/test/resources/broken");

  /** What some of them cannot be opened without. */
  private static final Map<String, String> MISSING = Map.of("trained", "option 'model'");

  @TempDir Path folder;

  @BeforeAll
  static void needsBubblewrap() {
    missing(Bubblewrap.find().isEmpty(), "bubblewrap");
    missing(!Files.isExecutable(Path.of("/usr/bin/python3")), "python3");
  }

  private static void missing(boolean missing, String what) {
    String message = "needs " + what + ": apt-get install " + what;
    if (missing && System.getenv("CI") != null) {
      throw new AssertionError(message);
    }
    Assumptions.assumeFalse(missing, message);
  }

  @TestFactory
  Stream<DynamicTest> everyBundledClassifierIsConformantInProcess() {
    return new Registry()
        .all().stream()
            .map(
                provider ->
                    DynamicTest.dynamicTest(
                        provider.descriptor().id(),
                        () -> conforms(provider, "--in-process", "--flows", "100000")));
  }

  @TestFactory
  Stream<DynamicTest> everyBundledClassifierIsConformantInAWorker() {
    return new Registry()
        .all().stream()
            .map(
                provider ->
                    DynamicTest.dynamicTest(
                        provider.descriptor().id(), () -> conforms(provider, "--flows", "2000")));
  }

  private static void conforms(ClassifierProvider provider, String... arguments) {
    String id = provider.descriptor().id();
    boolean unavailable = provider.availability() instanceof Availability.Unavailable;
    missing(unavailable, "the library of " + id);
    Optional<String> lacks =
        MISSING.entrySet().stream()
            .filter(entry -> id.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    Cli.Ended ended =
        Cli.run(
            Stream.concat(Stream.of("plugin", "check", id), Stream.of(arguments))
                .toArray(String[]::new));
    if (lacks.isPresent()) {
      assertThat(ended.exitCode()).isEqualTo(4);
      assertThat(ended.err()).contains(lacks.get() + " is missing");
      Assumptions.abort("cannot be opened without " + lacks.get());
    }
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("0 failed", ": conformant");
  }

  @Test
  void thePythonExampleIsConformant() {
    assertConformant(EXAMPLES.resolve("python/plugin.json"));
  }

  @Test
  void theCExampleIsConformant() throws IOException, InterruptedException {
    missing(!Files.isExecutable(Path.of("/usr/bin/cc")), "gcc");
    for (String name : List.of("plugin.json", "blocker.c")) {
      Files.copy(EXAMPLES.resolve("c").resolve(name), folder.resolve(name));
    }
    Process compiler =
        new ProcessBuilder("/usr/bin/cc", "-O2", "-o", "blocker", "blocker.c")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(compiler.waitFor()).isZero();
    assertConformant(folder.resolve("plugin.json"));
  }

  private static void assertConformant(Path plugin) {
    Cli.Ended ended = Cli.run("plugin", "check", plugin.toString());
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
  }

  private Path broken(String name) throws IOException {
    Files.copy(BROKEN.resolve("base.py"), folder.resolve("base.py"));
    Files.copy(BROKEN.resolve(name).resolve("plugin.py"), folder.resolve("plugin.py"));
    return Files.writeString(
        folder.resolve("plugin.json"),
        """
        {"schemaVersion": 1, "id": "broken", "name": "Broken", "version": "1", "vendor": "nobody",
         "kind": "program", "command": ["python3", "-B", "plugin.py"], "timing": "lockstep"}
        """);
  }

  @Test
  void whatIsBrokenEndsWithTwelveAndIsExplained() throws IOException {
    Path plugin = broken("O4-chats");
    Cli.Ended text = Cli.run("plugin", "check", plugin.toString(), "--flows", "500");
    assertThat(text.exitCode()).isEqualTo(12);
    assertThat(text.out())
        .contains("O4    nothing but JSON objects on standard output", "1 failed", "not conformant")
        .contains("do:   Write messages to standard error");
    Cli.Ended json =
        Cli.run("plugin", "check", plugin.toString(), "--flows", "500", "--format", "json");
    JsonNode report = JsonMapper.builder().build().readTree(json.out());
    assertThat(report.path("conformant").booleanValue()).isFalse();
    assertThat(report.path("plugin").stringValue()).isEqualTo("broken");
    Cli.Ended junit =
        Cli.run("plugin", "check", plugin.toString(), "--flows", "500", "--format", "junit");
    assertThat(junit.exitCode()).isEqualTo(12);
    assertThat(junit.out()).contains("<testsuite name=\"conformance of broken\"", "<failure ");
  }

  @Test
  void whatCannotStartEndsWithFour() throws IOException {
    Path plugin =
        Files.writeString(folder.resolve("plugin.json"), "{\"schemaVersion\": 1, \"id\": \"x\"}");
    Cli.Ended ended = Cli.run("plugin", "check", plugin.toString());
    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("plugin.json").doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void wrongUse() {
    assertThat(Cli.run("plugin", "check", "nosuch").exitCode()).isEqualTo(2);
    assertThat(Cli.run("plugin", "check", "ports", "--flows", "0").exitCode()).isEqualTo(2);
    assertThat(Cli.run("plugin", "check", folder.toString()).exitCode()).isEqualTo(2);
    assertThat(Cli.run("plugin", "check").exitCode()).isEqualTo(2);
  }
}
