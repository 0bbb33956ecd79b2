package org.dreyfus.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * nDPI in process and as a program: the same on the whole corpus; in workers, which take a JVM
 * each, on every fourth session, and in containers, which take longest to come and go, on every
 * sixth.
 */
@Tag("slow")
class FourWaysTest {

  /** Making and removing containers is mostly waiting for the engine. */
  private static final String WAITING_THREADS = "6";

  private static final Path SOURCE = Cli.HOME.resolve("classifier/examples/ndpi-c");
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  @TempDir static Path folder;

  private static List<Observation> expected = List.of();

  @BeforeAll
  static void inProcess() throws Exception {
    if (Bubblewrap.find().isEmpty()) {
      missing("bubblewrap");
    }
    Path out = folder.resolve("in-process");
    Cli.Ended ended = Cli.run(command(out, "--classifier", "ndpi"));
    if (ended.exitCode() == ExitCode.MISSING_REQUIREMENT) {
      missing(ended.err());
    }
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    expected = observations(out);
    assertThat(expected).hasSizeGreaterThan(5_000);
  }

  @Test
  void inWorkers() throws IOException {
    Path out = folder.resolve("workers");
    List<String> some = every(4);
    String corpus = part("fourth", some);
    Cli.Ended ended = Cli.run(command(out, "--classifier", "ndpi", "--apart", "--corpus", corpus));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(observations(out)).isEqualTo(expectedOf(some));
  }

  @Test
  void asAProgram() throws Exception {
    Path plugin = Files.createDirectory(folder.resolve("program"));
    compile(plugin.resolve("classifier"));
    Files.copy(SOURCE.resolve("plugin.json"), plugin.resolve("plugin.json"));
    Path out = folder.resolve("programs");
    Cli.Ended ended = Cli.run(command(out, "--plugin", plugin.resolve("plugin.json").toString()));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(observations(out)).isEqualTo(expected);
  }

  @Test
  void inContainers() throws Exception {
    Path plugin = Files.createDirectory(folder.resolve("container"));
    Files.writeString(
        plugin.resolve("plugin.json"),
        """
        {"schemaVersion": 1, "id": "ndpi", "name": "nDPI", "version": "4.2", "vendor": "ntop",
         "kind": "container", "image": "root.tar", "command": ["/classifier"],
         "timing": "lockstep"}
        """);
    rootFileSystem(plugin.resolve("root.tar"));
    Path out = folder.resolve("containers");
    List<String> some = every(6);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddreyfus.home=" + Cli.HOME,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(
        List.of(
            command(
                out,
                "--plugin",
                plugin.resolve("plugin.json").toString(),
                "--corpus",
                part("sixth", some),
                "--threads",
                WAITING_THREADS)));
    try (EngineProcess engine = EngineProcess.start()) {
      engine.obstacle().ifPresent(FourWaysTest::missing);
      assertThat(run(command, Map.of("DOCKER_HOST", engine.address()))).isZero();
    }
    assertThat(observations(out)).isEqualTo(expectedOf(some));
  }

  private static List<String> every(int nth) throws IOException {
    List<String> all = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default")).sessionIds();
    return IntStream.range(0, all.size())
        .filter(index -> index % nth == 0)
        .mapToObj(all::get)
        .toList();
  }

  private static String part(String name, List<String> sessions) throws IOException {
    return SmallCorpus.of(folder.resolve(name), sessions.toArray(String[]::new)).toString();
  }

  private static List<Observation> expectedOf(List<String> sessions) {
    Set<String> wanted = Set.copyOf(sessions);
    return expected.stream().filter(each -> wanted.contains(each.session())).toList();
  }

  private static void missing(String what) {
    if (System.getenv("CI") != null) {
      fail("needed in CI: " + what);
    }
    abort("missing: " + what);
  }

  private static String[] command(Path out, String... what) {
    List<String> command = new ArrayList<>(List.of("evaluate"));
    command.addAll(List.of(what));
    command.addAll(List.of("--no-witness-check", "--out", out.toString()));
    return command.toArray(String[]::new);
  }

  private static List<Observation> observations(Path out) throws IOException {
    return RunEvidence.of(BundleReader.read(out.resolve("ndpi")).evidence()).observations();
  }

  private static void compile(Path program) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin/gcc"))) {
      missing("gcc");
    }
    String source = SOURCE.resolve("classifier.c").toString();
    List<String> command =
        List.of(
            "gcc",
            "-O2",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-o",
            program.toString(),
            source,
            "-l:libndpi.so.4.2");
    assertThat(run(command, Map.of())).as("gcc").isZero();
  }

  /** The program and the libraries that it needs, nothing else. */
  private static void rootFileSystem(Path tar) throws IOException, InterruptedException {
    Path root = Files.createDirectory(folder.resolve("root"));
    compile(root.resolve("classifier"));
    Process ldd = new ProcessBuilder("ldd", root.resolve("classifier").toString()).start();
    Matcher library = LIBRARY.matcher(new String(ldd.getInputStream().readAllBytes(), US_ASCII));
    while (library.find()) {
      Path copy = root.resolve(library.group(1).substring(1));
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(library.group(1)).toRealPath(), copy);
    }
    assertThat(run(List.of("tar", "-C", root.toString(), "-cf", tar.toString(), "."), Map.of()))
        .as("tar")
        .isZero();
  }

  private static int run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }
}
