package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code corpus replicate} as a user meets it. */
class ReplicateCommandTest {

  @TempDir Path folder;

  @Test
  void oneCaptureAndItsLabelsAppearTogether() throws IOException {
    Path capture = folder.resolve("mix.pcap");
    Cli.Ended ended =
        replicate("--single", capture.toString(), "--packets", "20k", "--concurrent", "5");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).containsPattern("mix\\.pcap: 2\\d,\\d{3} packets of \\d+ sessions");
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(written)
          .containsExactlyInAnyOrder(capture, folder.resolve("mix.pcap.flows.jsonl"));
    }
    Cli.Ended classified = Cli.run("classify", capture.toString(), "--classifier", "ports");
    assertThat(classified.exitCode()).as(classified.err()).isZero();
  }

  @Test
  void anExistingFileIsKept() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.pcap"), "mine");
    Cli.Ended ended = replicate("--single", mine.toString(), "--copies", "1");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains("mine.pcap: exists already");
    assertThat(mine).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--copies 1 | say where to: --out DIR or --single FILE",
        "--single x | say how much: --copies, --packets or --bytes",
        "--single - --copies 1 | needs a file for its labels: --labels",
        "--single x --out y --copies 1 | mutually exclusive",
        "--single x --packets 0 | '0' is no number of at least 1",
        "--single x --packets 1.5 | '1.5' is no number",
        "--single x --packets 1 --concurrent 0 | --concurrent must be at least 1",
        "--out x --copies 1 --bulk | go with --single only"
      })
  void whatCannotBeMeantIsSaid(String arguments, String problem) {
    Cli.Ended ended = replicate(arguments.split(" "));
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains(problem);
  }

  private static Cli.Ended replicate(String... options) {
    List<String> all =
        Stream.concat(Stream.of("corpus", "replicate"), Arrays.stream(options)).toList();
    return Cli.run(all.toArray(String[]::new));
  }
}
