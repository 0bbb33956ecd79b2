package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code classify}: where captures come from, and how many work on them. */
@Timeout(120)
class ClassifyCommandTest {

  private static final Path SESSIONS = Cli.HOME.resolve("traffic-corpus/corpora/default/sessions");

  @TempDir Path folder;

  private static List<Path> captures(int count) throws IOException {
    try (Stream<Path> sessions = Files.list(SESSIONS)) {
      return sessions
          .sorted()
          .map(each -> each.resolve("capture.pcap.gz"))
          .filter(Files::exists)
          .limit(count)
          .toList();
    }
  }

  private static byte[] unpacked(Path capture) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(capture))) {
      return in.readAllBytes();
    }
  }

  private static Cli.Ended classify(List<Path> captures, String... options) {
    List<String> all = new ArrayList<>(List.of("classify", "--classifier", "ports"));
    all.addAll(Arrays.asList(options));
    captures.forEach(each -> all.add(each.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private static String flows(Path... captures) {
    Cli.Ended ended = classify(List.of(captures), "--format", "csv");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "json"})
  void threadsDoNotShowInTheOutput(String format) throws IOException {
    List<Path> captures = new ArrayList<>(captures(60));
    byte[] whole = unpacked(captures.get(0));
    captures.add(7, Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 1)));
    captures.add(30, Files.write(folder.resolve("empty"), new byte[0]));
    Cli.Ended one = classify(captures, "--format", format, "--threads", "1");
    assertThat(one.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(one.err().lines()).hasSize(2);
    assertThat(one.err()).containsSubsequence("cut: byte ", "empty: byte 0");
    assertThat(classify(captures, "--format", format, "--threads", "4")).isEqualTo(one);
    assertThat(classify(captures, "--format", format, "--shard-flows", "3")).isEqualTo(one);
  }

  @Test
  void compressionIsToldByContentNotByName() throws IOException {
    Path capture = captures(1).get(0);
    String expected = flows(capture);
    assertThat(expected.lines().count()).isGreaterThan(1);
    Path zstd = Files.write(folder.resolve("a.pcap.gz"), Zstd.compress(unpacked(capture)));
    assertThat(flows(zstd)).isEqualTo(expected);
  }

  @Test
  void aCutZstdGetsOneLine() throws IOException {
    byte[] packed = Zstd.compress(unpacked(captures(1).get(0)));
    Path cut =
        Files.write(folder.resolve("cut.pcap.zst"), Arrays.copyOf(packed, packed.length - 2));
    Cli.Ended ended = classify(List.of(cut), "--shard-flows", "2");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("cut.pcap.zst: byte ", "the compressed data ends early");
  }

  @Test
  void aFolderStandsForItsCaptures() throws IOException {
    List<Path> captures = captures(3);
    Path inner = Files.createDirectories(folder.resolve("b/inner"));
    Files.copy(captures.get(0), folder.resolve("a.pcap"));
    Files.copy(captures.get(1), inner.resolve("named-otherwise"));
    Files.write(folder.resolve("c.zst"), Zstd.compress(unpacked(captures.get(2))));
    Files.writeString(folder.resolve("b/notes.txt"), "no capture");
    Cli.Ended ended = classify(List.of(folder), "--format", "csv");
    assertThat(ended.err().strip())
        .isEqualTo("dreyfus: %s: 3 captures; 1 other files left out".formatted(folder));
    assertThat(ended.out()).isEqualTo(flows(captures.toArray(Path[]::new)));
    Files.write(folder.resolve("z.pcap"), new byte[0]);
    assertThat(classify(List.of(folder)).err()).contains("z.pcap: byte 0: the file is empty");
    Cli.Ended none = classify(List.of(Files.createDirectory(folder.resolve("none"))));
    assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err()).contains("none: none of its 0 files is a pcap or pcapng capture");
  }

  @Test
  void readsNamedPipesOnceAndOnlyOnce() throws Exception {
    Path capture = captures(1).get(0);
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream into = Files.newOutputStream(pipe, StandardOpenOption.WRITE)) {
                Files.copy(capture, into);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(flows(pipe)).isEqualTo(flows(capture));
    writer.get();
    Cli.Ended sharded = classify(List.of(pipe), "--shard-flows", "2");
    assertThat(sharded.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(sharded.err().strip().lines())
        .singleElement()
        .asString()
        .contains("pipe: --shard-flows reads a capture several times");
    assertThat(classify(List.of(Path.of("-")), "--shard-flows", "2").err())
        .contains("standard input: --shard-flows");
    assertThat(classify(List.of(Path.of("-"), Path.of("-"))).err())
        .contains("standard input can be read once");
  }

  @Test
  void readsStandardInput() throws Exception {
    Path capture = captures(1).get(0);
    for (String name : List.of("-", "/dev/stdin")) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Ddreyfus.home=" + Cli.HOME,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.dreyfus.cli.Main",
                  "classify",
                  "--classifier",
                  "ports",
                  "--format",
                  "csv",
                  name)
              .start();
      try (OutputStream into = process.getOutputStream()) {
        Files.copy(capture, into);
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(name).isZero();
      assertThat(out).as(name).isEqualTo(flows(capture));
    }
  }

  @Test
  void numbersBelowOneAreRefused() throws IOException {
    List<Path> captures = captures(1);
    assertThat(classify(captures, "--threads", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(classify(captures, "--shard-flows", "0").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
