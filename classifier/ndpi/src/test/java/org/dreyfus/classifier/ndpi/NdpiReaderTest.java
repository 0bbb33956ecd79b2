package org.dreyfus.classifier.ndpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Flow by flow against Debian's {@code ndpiReader}, on recorded and on damaged traffic. Flows
 * without a name are missing from its table of flows: they are compared in sum.
 */
@Tag("slow")
class NdpiReaderTest {

  private static final Path SESSIONS = Path.of("../../traffic-corpus/corpora/default/sessions");
  private static final int SESSIONS_A_CAPTURE = 40;

  /** Protocol, both ends, name, a server's name in which anything may stand, counts both ways. */
  private static final Pattern FLOW =
      Pattern.compile(
          "(?ms)^\\d+,(\\d+),[^,]+,[^,]+,[^,]+,([^,]+),(\\d+),"
              + "([^,]+),(\\d+),[\\d.]+,([^,]+),.*?,"
              + "(\\d+),(\\d+),\\d+,(\\d+),(\\d+),\\d+,"
              + "-?\\d\\.\\d+,(?:Upload|Download|Mixed),");

  private static final Pattern UNKNOWN =
      Pattern.compile("Unknown\\s+packets: (\\d+)\\s+bytes: (\\d+)\\s+flows: (\\d+)");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,NONE", "2,PAYLOAD", "3,PAYLOAD", "4,ANYWHERE", "5,ANYWHERE", "6,ANYWHERE_AND_CUT"})
  void namesAndCountsEveryFlowAlike(long seed, DamagedCapture.Damage damage) throws Exception {
    NdpiProvider provider = new NdpiProvider();
    assumeInstalled(provider);
    Path capture = folder.resolve("capture.pcap");
    DamagedCapture.write(capture, SESSIONS, SESSIONS_A_CAPTURE, seed, damage);
    List<String> expected = ndpiReader(capture);
    assertThat(expected).hasSizeGreaterThan(SESSIONS_A_CAPTURE);
    assertThat(ours(provider, capture)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void assumeInstalled(NdpiProvider provider) {
    boolean required = System.getenv("CI") != null;
    boolean here = provider.availability() instanceof Availability.Available;
    Assumptions.assumeTrue(
        required || (here && Files.isExecutable(Path.of("/usr/bin/ndpiReader"))),
        "libndpi or ndpiReader (libndpi-bin) is not installed");
  }

  private static List<String> ours(NdpiProvider provider, Path capture) {
    List<String> flows = new ArrayList<>();
    long[] unknown = new long[3];
    try (Classifier ndpi = provider.open(Configuration.empty())) {
      new InspectionPass(
              FlowRules.NDPI,
              FrameRewriter.none(),
              List.of(ndpi),
              (flow, answers) -> {
                String name = name(answers.get(0));
                if (name.equals(Verdict.UNKNOWN_PROTOCOL)) {
                  unknown[0] += flow.packets();
                  unknown[1] += flow.bytes();
                  unknown[2]++;
                } else {
                  flows.add(line(flow, name));
                }
              })
          .run(CaptureSource.file(capture));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    flows.add(unknown(unknown[0], unknown[1], unknown[2]));
    return flows;
  }

  private static String name(Answer answer) {
    assertThat(answer.crash()).isEmpty();
    return ((Verdict.Identified) answer.verdict()).protocol();
  }

  private static String unknown(long packets, long bytes, long flows) {
    return "unknown: %d packets, %d bytes, %d flows".formatted(packets, bytes, flows);
  }

  private static String line(FlowRecord flow, String name) {
    FlowKey key = flow.key();
    return line(
        end(key.initiator(), key.initiatorPort(), key.ipProtocol()),
        end(key.responder(), key.responderPort(), key.ipProtocol()),
        key.ipProtocol(),
        name,
        flow.packets(),
        flow.bytes());
  }

  /** ndpiReader gives ports to TCP and UDP only. */
  private static String end(InetAddress address, int port, int protocol) {
    return address.getHostAddress() + " " + (protocol == 6 || protocol == 17 ? port : 0);
  }

  private static String line(
      String one, String other, int protocol, String name, long packets, long bytes) {
    String ends = one.compareTo(other) < 0 ? one + " - " + other : other + " - " + one;
    return "%s, %d: %s, %d packets, %d bytes".formatted(ends, protocol, name, packets, bytes);
  }

  private List<String> ndpiReader(Path capture) throws IOException, InterruptedException {
    Path csv = folder.resolve("flows.csv");
    Process reader =
        new ProcessBuilder("ndpiReader", "-i", capture.toString(), "-v", "0", "-C", csv.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String totals = new String(reader.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(reader.waitFor()).isZero();
    List<String> flows = new ArrayList<>();
    FLOW.matcher(Files.readString(csv, StandardCharsets.ISO_8859_1))
        .results()
        .map(NdpiReaderTest::line)
        .forEach(flows::add);
    Matcher unknown = UNKNOWN.matcher(totals);
    assertThat(unknown.find()).isTrue();
    flows.add(
        unknown(
            Long.parseLong(unknown.group(1)),
            Long.parseLong(unknown.group(2)),
            Long.parseLong(unknown.group(3))));
    return flows;
  }

  private static String line(MatchResult flow) {
    return line(
        flow.group(2) + " " + flow.group(3),
        flow.group(4) + " " + flow.group(5),
        Integer.parseInt(flow.group(1)),
        flow.group(6),
        Long.parseLong(flow.group(7)) + Long.parseLong(flow.group(9)),
        Long.parseLong(flow.group(8)) + Long.parseLong(flow.group(10)));
  }
}
