package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dreyfus.capture.bytes.RandomTraffic;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Independent programs read what we write, and see the same frames and flows. */
@Tag("slow")
class OtherToolsTest {

  private static final int FRAMES = 5_000;

  private Path folder;
  private Path capture;

  @BeforeEach
  void writeCapture(@TempDir Path temporary) throws IOException {
    folder = temporary;
    capture = folder.resolve("traffic.pcap");
    RandomTraffic traffic = new RandomTraffic(99);
    Random clock = new Random(99);
    long nanos = 1_700_000_000_000_000_000L;
    try (CaptureWriter writer = CaptureWriter.file(capture, LinkType.ETHERNET)) {
      for (int i = 0; i < FRAMES; i++) {
        nanos += clock.nextInt(10_000_000);
        writer.write(nanos, traffic.frame());
      }
    }
  }

  private static List<String> run(String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      String message = command[0] + " is not installed; apt-get install it to run this check";
      assertThat(System.getenv("CI")).as(message).isNull();
      return Assumptions.abort(message);
    }
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return out.lines().toList();
  }

  @Test
  void tsharkSeesTheSameFramesTimesAndFlows() throws IOException {
    List<String> ours = new ArrayList<>();
    PassSummary summary =
        new InspectionPass(
                FlowRules.DREYFUS,
                FrameRewriter.none(),
                List.of(
                    (flow, packet) -> {
                      ours.add(
                          "%d\t%d.%09d\t%d\t%s"
                              .formatted(
                                  packet.number(),
                                  packet.timestampNanos() / 1_000_000_000L,
                                  packet.timestampNanos() % 1_000_000_000L,
                                  packet.capturedLength(),
                                  CommunityId.of(flow.key())));
                      return Verdict.undecided();
                    }),
                (flow, answers) -> {})
            .run(CaptureSource.file(capture));
    assertThat(summary.frames()).isEqualTo(FRAMES);
    List<String> theirs =
        run(
            "tshark",
            "-r",
            capture.toString(),
            "--enable-protocol",
            "communityid",
            "-T",
            "fields",
            "-e",
            "frame.number",
            "-e",
            "frame.time_epoch",
            "-e",
            "frame.cap_len",
            "-e",
            "communityid");
    assertThat(theirs).hasSize(FRAMES);
    assertThat(ours).hasSize(FRAMES);
    assertThat(differences(ours, theirs)).isEmpty();
  }

  private static List<String> differences(List<String> ours, List<String> theirs) {
    return IntStream.range(0, ours.size())
        .filter(i -> !ours.get(i).equals(theirs.get(i)))
        .mapToObj(i -> ours.get(i) + " <> " + theirs.get(i))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nsecpcap", "pcapng"})
  void editcapsCopiesReadTheSame(String format) throws IOException {
    Path copy = folder.resolve("copy");
    run("editcap", "-F", format, capture.toString(), copy.toString());
    Path compressed = folder.resolve("copy.gz");
    Files.write(compressed, CaptureReaderTest.gzip(Files.readAllBytes(copy)));
    List<CaptureReaderTest.Read> expected = frames(capture);
    assertThat(expected).hasSize(FRAMES);
    assertThat(frames(copy)).isEqualTo(expected);
    assertThat(frames(compressed)).isEqualTo(expected);
  }

  private static List<CaptureReaderTest.Read> frames(Path file) throws CaptureException {
    return CaptureReaderTest.readAll(CaptureSource.file(file), new ArrayList<>());
  }

  @Test
  void ndpiReaderCountsTheSamePacketsBytesAndFlows() throws IOException {
    long[] bytes = new long[1];
    PassSummary summary =
        new InspectionPass(
                FlowRules.NDPI,
                FrameRewriter.none(),
                List.of(),
                (flow, answers) -> bytes[0] += flow.bytes())
            .run(CaptureSource.file(capture));
    String report = String.join("\n", run("ndpiReader", "-i", capture.toString()));
    assertThat(number(report, "IP packets: +(\\d+)")).isEqualTo(summary.ipPackets());
    assertThat(number(report, "Unique flows: +(\\d+)")).isEqualTo(summary.flows());
    assertThat(number(report, "Unknown +packets: \\d+ +bytes: (\\d+)") + others(report))
        .isEqualTo(bytes[0]);
  }

  private static long number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in:%n%s", pattern, text).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  private static long others(String report) {
    Matcher matcher =
        Pattern.compile("\t(?!Unknown)\\S+ +packets: \\d+ +bytes: (\\d+) +flows").matcher(report);
    long sum = 0;
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }
}
