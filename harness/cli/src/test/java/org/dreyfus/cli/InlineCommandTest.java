package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.lab.Shell;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineFlow.Cause;
import org.dreyfus.scoring.inline.InlineVerdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real sessions through real devices, as a user measures them. */
@Tag("slow")
final class InlineCommandTest {

  private static final Path CLASSIFIERS =
      Path.of("src/test/resources/inline/InlineClassifiers.java");

  @TempDir private Path folder;

  private Path corpus = Path.of("");

  @BeforeEach
  void makeCorpus() throws IOException {
    boolean able =
        "root".equals(System.getProperty("user.name"))
            && Stream.of("/usr/sbin/nft", "/usr/sbin/iptables")
                .allMatch(tool -> Files.isExecutable(Path.of(tool)));
    assertThat(able || System.getenv("CI") == null).as("root, nft and iptables").isTrue();
    assumeTrue(able, "root, nft and iptables are needed for a lab");
    corpus =
        SmallCorpus.of(
            folder.resolve("corpus"),
            "bittorrent-libtorrent-dht-plain-1a",
            "bittorrent-libtorrent-dht-plain-1b",
            "bittorrent-many-sources-1a",
            "web-http11-1a",
            "fasttrack-push-1a");
  }

  @AfterEach
  void nothingIsLeft() {
    String own = "dreyfus-" + ProcessHandle.current().pid() + "t";
    assertThat(Shell.run("ip", "netns", "list")).doesNotContain(own);
  }

  private Cli.Ended inline(String... options) {
    List<String> whole =
        Stream.concat(
                Stream.of("inline", "--corpus", corpus.toString(), "--out", out().toString()),
                Stream.of(options))
            .toList();
    return Cli.run(whole.toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("run");
  }

  private InlineEvidence evidence(String device) throws IOException {
    return BundleReader.read(out().resolve(device)).evidence().facts().inline().orElseThrow();
  }

  private static Map<InlineVerdict, Long> verdicts(InlineEvidence evidence) {
    return evidence.flows().stream()
        .collect(Collectors.groupingBy(InlineFlow::verdict, TreeMap::new, Collectors.counting()));
  }

  @Test
  void aWireBlocksNothingAndAddsNothing() throws IOException {
    Cli.Ended ended = inline("--lab", "wire");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    InlineEvidence wire = evidence("wire");
    assertThat(verdicts(wire)).containsOnlyKeys(InlineVerdict.ALLOWED);
    assertThat(wire.run().totals().changed()).isZero();
    assertThat(wire.run().totals().added()).isZero();
    assertThat(wire.run().totals().dropped()).isZero();
    assertThat(wire.run().strays().packets()).isZero();
    assertThat(Cli.run("verify", out().resolve("wire").toString()).exitCode()).isZero();
    assertThat(claim("wire", "non-invasive")).isEqualTo("NOT_REFUTED");
  }

  private String claim(String device, String id) throws IOException {
    JsonNode card =
        JsonMapper.shared().readTree(out().resolve(device).resolve("scorecard.json").toFile());
    return card.findParents("claim").stream()
        .filter(finding -> finding.at("/claim/id").asString().equals(id))
        .map(finding -> finding.at("/result").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lossIsNotTakenForBlocking() throws IOException {
    Cli.Ended ended = inline("--lab", "lossy:5", "--replays", "6");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(verdicts(evidence("lossy-5"))).containsOnlyKeys(InlineVerdict.ALLOWED);
    assertThat(evidence("lossy-5").run().totals().resent()).isPositive();
  }

  @Test
  void contentAndPortRulesAreToldApartAndResetsSeen() throws IOException {
    Cli.Ended ended = inline("--lab", "nft,iptables");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    List<InlineFlow> blocked = blocked(evidence("nft"));
    assertThat(blocked).isNotEmpty();
    Set<Cause> causes = new TreeSet<>();
    blocked.forEach(flow -> flow.cause().ifPresent(causes::add));
    assertThat(causes).contains(Cause.CONTENT, Cause.ANY_CONTENT);
    assertThat(blocked(evidence("iptables")))
        .anyMatch(flow -> flow.replays().get(0).packets().resetsToClient() > 0);
    assertThat(claim("iptables", "non-invasive")).isEqualTo("REFUTED");
  }

  private static List<InlineFlow> blocked(InlineEvidence evidence) {
    return evidence.flows().stream()
        .filter(flow -> flow.verdict() == InlineVerdict.BLOCKED)
        .toList();
  }

  @Test
  void aClassifierDoesTheSameOnTheWireAndOffline() throws IOException {
    Cli.Ended ended = inline("--lab", "appliance:clouseau-testimony", "--reset-between-sessions");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode agreement =
        JsonMapper.shared()
            .readTree(out().resolve("agreement.json").toFile())
            .get("appliance-clouseau-testimony");
    assertThat(agreement.get("differences")).isEmpty();
    assertThat(agreement.get("flows").asInt())
        .isEqualTo(agreement.get("samePacket").asInt())
        .isGreaterThan(20);
    assertThat(blocked(evidence("appliance-clouseau-testimony"))).isNotEmpty();
  }

  @Test
  void whatBlocksHalfOfAllFlowsIsReportedWithItsRate() throws Exception {
    Cli.Ended ended = inline("--lab", "command:" + appliance("half"), "--replays", "5");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    InlineEvidence half = evidence("command-java");
    double rate =
        half.flows().stream().mapToInt(InlineFlow::blockedReplays).sum()
            / (5.0 * half.flows().size());
    assertThat(rate).isBetween(0.3, 0.7);
    assertThat(half.flows())
        .anyMatch(flow -> flow.blockedReplays() > 0 && flow.blockedReplays() < 5);
    Bundle bundle = BundleReader.read(out().resolve("command-java"));
    assertThat(RunEvidence.of(bundle.evidence()).unstable()).isNotEmpty();
    assertThat(ended.out()).contains(" of " + 5 * half.flows().size());
  }

  @Test
  void whatBlocksOnlyTheSecondFlowOfAHostIsFound() throws Exception {
    Cli.Ended ended = inline("--lab", "command:" + appliance("second-bittorrent"));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    InlineEvidence found = evidence("command-java");
    assertThat(blocked(found)).isNotEmpty();
    assertThat(blocked(found))
        .allMatch(flow -> flow.session().startsWith("bittorrent"))
        .allMatch(flow -> flow.blockedReplays() == 3);
    assertThat(found.flows())
        .anyMatch(
            flow ->
                flow.session().startsWith("bittorrent") && flow.verdict() == InlineVerdict.ALLOWED);
  }

  /** The appliance with a classifier that was made to be hard to find out. */
  private String appliance(String classifier) throws Exception {
    Path jar = folder.resolve("inline.jar");
    String outer = "boxes.InlineClassifiers$";
    MadeJar.of(
        CLASSIFIERS, outer + "SecondBitTorrent\n" + outer + "Half\n" + outer + "Troubled\n", jar);
    return "%s -Ddreyfus.home=%s -cp %s org.dreyfus.cli.Main appliance --plugin %s --in-process --classifier %s --if {client} --if {server}"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Cli.HOME,
            System.getProperty("java.class.path"),
            jar,
            classifier);
  }

  @Test
  void mistakesGetOneLineEach() {
    assertOneLine(inline(), 2, "--lab DEVICE");
    assertOneLine(inline("--lab", "bogus"), 2, "there is no device 'bogus'; there are: wire, nft");
    assertOneLine(inline("--client-if", "lo", "--server-if", "lo"), 2, "two different interfaces");
    assertOneLine(
        inline("--client-if", "no0", "--server-if", "no1"), 5, "no0: there is no such interface");
    assertOneLine(inline("--lab", "command:/bin/false"), 4, "exited with 1");
  }

  @Test
  void aDamagedCaptureIsNamed() throws IOException {
    Path capture = corpus.resolve("sessions/web-http11-1a/capture.pcap");
    byte[] whole = Files.readAllBytes(capture);
    Files.write(capture, Arrays.copyOf(whole, whole.length - 7));
    assertOneLine(inline("--lab", "wire"), 3, "web-http11-1a/capture.pcap: byte");
  }

  @Test
  void aDeviceThatEndsDuringTheRunVoidsIt() throws IOException {
    Path script = folder.resolve("dies.sh");
    Files.writeString(
        script,
        """
        #!/bin/sh
        ip link add br9 type bridge && ip link set d0 master br9 && ip link set d1 master br9
        sysctl -qw net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0
        ip link set br9 up; sleep 1; echo ready; sleep 0.2; echo worn out >&2; exit 7
        """);
    Cli.Ended ended = inline("--lab", "command:sh " + script);
    assertOneLine(ended, 4, "the device has ended during the run");
    assertThat(ended.err()).contains("7").contains("worn out");
    assertThat(out()).doesNotExist();
  }

  @Test
  void interfacesThatAreDownOrTooSmallAreNamed() {
    Shell.run("ip", "link", "add", "drf0", "type", "veth", "peer", "name", "drf1");
    try {
      assertOneLine(
          inline("--client-if", "drf0", "--server-if", "drf1"), 5, "drf0: is down; switch it on");
      Shell.run("ip", "link", "set", "drf0", "up", "mtu", "1200");
      Shell.run("ip", "link", "set", "drf1", "up", "mtu", "1200");
      Cli.Ended ended = inline("--client-if", "drf0", "--server-if", "drf1");
      assertOneLine(ended, 5, "the MTU is 1200");
      assertThat(ended.err()).contains("ip link set");
    } finally {
      Shell.run("ip", "link", "del", "drf0");
    }
  }

  private static void assertOneLine(Cli.Ended ended, int exitCode, String text) {
    List<String> errors =
        ended.err().lines().filter(line -> !line.startsWith("dreyfus: on the wire")).toList();
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(errors.get(0)).contains(text);
    assertThat(errors.size()).as(ended.err()).isLessThanOrEqualTo(exitCode == 2 ? 2 : 1);
  }
}
