package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.inline.lab.ApplianceDevice;
import org.dreyfus.inline.lab.ApplianceProcess;
import org.dreyfus.inline.lab.DeviceException;
import org.dreyfus.inline.lab.DeviceLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dreyfus appliance} as a process of its own, between two cables. */
@Tag("slow")
class ApplianceLabTest {

  private static final String BITTORRENT = "bittorrent-libtorrent-dht-plain-1a";
  private static final String WEB = "web-http11-1a";
  private static final Path SOURCE = Path.of("src/test/resources/inline/InlineClassifiers.java");

  @TempDir static Path folder;

  private Optional<DeviceLab> lab = Optional.empty();

  @BeforeEach
  void build() {
    boolean root = "root".equals(System.getProperty("user.name"));
    boolean tools =
        Stream.of("/usr/sbin/ip", "/sbin/ip").anyMatch(ip -> Files.isExecutable(Path.of(ip)))
            && Files.isExecutable(Path.of("/usr/sbin/nft"));
    assertThat((root && tools) || System.getenv("CI") == null).as("root and nft").isTrue();
    assumeTrue(root && tools, "root, ip and nft are needed for a lab");
    lab = Optional.of(DeviceLab.build());
  }

  @AfterEach
  void close() {
    lab.ifPresent(DeviceLab::close);
  }

  private ApplianceProcess start(String... options) {
    ApplianceDevice device =
        new ApplianceDevice(ApplianceDevice.facts("x", "", "x", false), command(options));
    return device.start(lab.orElseThrow());
  }

  private static List<String> command(String... options) {
    return ApplianceDevice.command(
        "org.dreyfus.cli.Main",
        List.of("-Ddreyfus.home=" + Cli.HOME),
        Stream.concat(Stream.of("appliance"), Stream.of(options)).toArray(String[]::new));
  }

  private LabReplay.Passed replay(String session) throws Exception {
    Corpus corpus = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default"));
    Session found =
        corpus.sessions().stream().filter(s -> s.id().equals(session)).findFirst().orElseThrow();
    try (LabReplay replay = new LabReplay(lab.orElseThrow())) {
      return replay.capture(CaptureSource.file(corpus.capture(found)));
    }
  }

  private static JsonNode stats(ApplianceProcess appliance) {
    return JsonMapper.shared().readTree(appliance.stats().orElseThrow());
  }

  private static Path jar() throws Exception {
    Path jar = folder.resolve("inline.jar");
    if (!Files.exists(jar)) {
      String outer = "boxes.InlineClassifiers$";
      MadeJar.of(
          SOURCE, outer + "SecondBitTorrent\n" + outer + "Half\n" + outer + "Troubled\n", jar);
    }
    return jar;
  }

  private ApplianceProcess startPlugin(String classifier, String... more) throws Exception {
    assumeTrue(Bubblewrap.find().isPresent(), "bubblewrap is missing");
    return start(
        Stream.concat(
                Stream.of("--plugin", jar().toString(), "--in-process", "--classifier", classifier),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void blocksBitTorrentWithItsPolicyAndNothingOfTheWeb() throws Exception {
    try (ApplianceProcess appliance = start("--classifier", "clouseau-whitepaper", "--rst")) {
      LabReplay.Passed torrent = replay(BITTORRENT);
      assertThat(torrent.blockedFlows()).isPositive();
      assertThat(torrent.sentByTheBox()).isPositive().isEven();
      JsonNode said = stats(appliance);
      assertThat(said.at("/box/blockedFlows").asInt()).isEqualTo(torrent.blockedFlows());
      assertThat(said.at("/box/resetsSent").asInt()).isEqualTo(torrent.sentByTheBox());
      assertThat(said.at("/client/in").asLong() + said.at("/server/in").asLong())
          .isEqualTo(torrent.frames());
      assertThat(said.at("/client/dropped").asLong() + said.at("/server/dropped").asLong())
          .isEqualTo(torrent.frames() - torrent.arrived());
      assertThat(said.at("/client/missed").asLong()).isZero();

      assertThat(appliance.reset()).isTrue();
      assertThat(stats(appliance).at("/box/flows").asInt(-1)).isZero();
      LabReplay.Passed again = replay(BITTORRENT);
      assertThat(again.decisions()).isEqualTo(torrent.decisions());

      LabReplay.Passed web = replay(WEB);
      assertThat(web.frames()).isPositive().isEqualTo(web.arrived());
      assertThat(web.sentByTheBox()).isZero();
    }
  }

  @Test
  void framesThatCannotBeTakenWholeAreCountedAndKeptBack() throws Exception {
    try (ApplianceProcess appliance = start("--classifier", "allow-all");
        LabReplay replay = new LabReplay(lab.orElseThrow())) {
      assertThat(replay.frame(1_500)).isTrue();
      assertThat(replay.frame(3_000)).isFalse();
      assertThat(replay.frame(60)).isTrue();
      JsonNode said = stats(appliance);
      assertThat(said.at("/client/tooLong").asInt()).isEqualTo(1);
      assertThat(said.at("/client/forwarded").asInt()).isEqualTo(2);
    }
  }

  @Test
  void aPolicyTurnsNamesIntoBlocks() throws Exception {
    try (ApplianceProcess named = start("--classifier", "ports")) {
      assertThat(replay(WEB).blockedFlows()).isZero();
      assertThat(named.ended()).isEmpty();
    }
    Path policy = folder.resolve("no-web.json");
    Files.writeString(
        policy,
        """
        {"schemaVersion": 1, "id": "no-web", "title": "No web", "description": "For a test.",
         "blocks": ["HTTP"]}
        """);
    try (ApplianceProcess blocking =
        start("--classifier", "ports", "--policy", policy.toString())) {
      assertThat(replay(WEB).blockedFlows()).isPositive();
      assertThat(blocking.ended()).isEmpty();
    }
  }

  @Test
  void aClassifierThatCrashesOrHangsFailsAsItIsTold() throws Exception {
    for (String behaviour : List.of("crashes", "hangs")) {
      for (String failing : List.of("open", "closed")) {
        try (ApplianceProcess appliance =
                startPlugin(
                    "troubled",
                    "--option",
                    "behaviour=" + behaviour,
                    "--fail",
                    failing,
                    "--packet-limit",
                    "200");
            LabReplay replay = new LabReplay(lab.orElseThrow(), 1_000)) {
          String as = behaviour + ", " + failing;
          Map<Integer, Boolean> before = replay.toPorts(5_000, 81, 82, 84);
          assertThat(before).as(as).isEqualTo(Map.of(81, false, 82, true, 84, true));
          boolean open = failing.equals("open");
          assertThat(replay.toPorts(6_000, 83)).as(as).isEqualTo(Map.of(83, open));
          assertThat(replay.toPorts(5_000, 81, 82, 84))
              .as(as)
              .isEqualTo(Map.of(81, open, 82, true, 84, open));
          assertThat(replay.toPorts(7_000, 84)).as(as).isEqualTo(Map.of(84, open));
          assertThat(appliance.log().orElseThrow()).as(as).content().contains("fails " + failing);
          assertThat(appliance.reset()).as(as).isTrue();
          assertThat(replay.toPorts(5_000, 81, 84)).isEqualTo(Map.of(81, false, 84, true));
        }
      }
    }
  }

  @Test
  void theClassifiersForInlineTestsBlockWhatTheySay() throws Exception {
    try (ApplianceProcess half = startPlugin("half");
        LabReplay replay = new LabReplay(lab.orElseThrow())) {
      int passed = 0;
      for (int port = 10_000; port < 10_060; port++) {
        passed += replay.toPorts(port, 80).containsValue(true) ? 1 : 0;
      }
      assertThat(passed).isBetween(12, 48);
      assertThat(half.ended()).isEmpty();
    }
  }

  /** In a worker, in step: the same at the same packets as in the appliance's own process. */
  @Test
  void aJarBlocksApartWhatItBlocksInProcess() throws Exception {
    Map<Long, Long> expected;
    try (ApplianceProcess here = startPlugin("half")) {
      expected = replay(BITTORRENT).decisions();
      assertThat(expected).isNotEmpty();
      assertThat(here.ended()).isEmpty();
    }
    try (ApplianceProcess apart =
        start("--plugin", jar().toString(), "--classifier", "half", "--fail", "closed")) {
      assertThat(replay(BITTORRENT).decisions()).isEqualTo(expected);
      assertThat(apart.reset()).isTrue();
      assertThat(replay(BITTORRENT).decisions()).isEqualTo(expected);
      assertThat(stats(apart).at("/box/failure").isMissingNode()).isTrue();
    }
  }

  /** A program answers when it likes: its word takes effect when it comes. */
  @Test
  void aProgramThatIsKilledFailsAsItIsTold() throws Exception {
    assumeTrue(Bubblewrap.find().isPresent(), "bubblewrap is missing");
    Path plugin = Files.createDirectories(folder.resolve("program"));
    Path program = plugin.resolve("block.py");
    Files.writeString(
        program,
        """
        import struct, sys
        read = sys.stdin.buffer.read
        read(24)
        number = 0
        while True:
            header = read(16)
            if len(header) < 16:
                break
            number += 1
            frame = read(struct.unpack("<IIII", header)[2])
            port = struct.unpack(">H", frame[36:38])[0]
            if port == 83:
                sys.exit("no more")
            if port == 81:
                print('{"packet": %d, "verdict": "block", "protocol": "81"}' % number, flush=True)
        """);
    Files.writeString(
        plugin.resolve("plugin.json"),
        """
        {"schemaVersion": 1, "id": "program", "name": "P", "version": "1", "vendor": "V",
         "kind": "program", "command": ["/usr/bin/python3", "block.py"], "timing": "stream"}
        """);
    try (ApplianceProcess appliance =
            start("--plugin", plugin.resolve("plugin.json").toString(), "--fail", "closed");
        LabReplay replay = new LabReplay(lab.orElseThrow())) {
      replay.toPorts(5_000, 81, 84);
      Thread.sleep(2_000);
      assertThat(replay.toPorts(5_000, 81, 84)).isEqualTo(Map.of(81, false, 84, true));
      replay.toPorts(5_000, 83);
      Thread.sleep(1_000);
      replay.toPorts(5_000, 84);
      Thread.sleep(500);
      assertThat(replay.toPorts(5_000, 84)).isEqualTo(Map.of(84, false));
      assertThat(appliance.log().orElseThrow()).content().contains("fails closed", "no more");
      assertThat(appliance.reset()).isTrue();
      assertThat(replay.toPorts(5_000, 84)).isEqualTo(Map.of(84, true));
    }
  }

  @Test
  void mediaDefenderSaysWhatTheTesterFinds() throws Exception {
    ApplianceDevice device =
        new ApplianceDevice(
            ApplianceDevice.mediaDefender(),
            command("--like", "mediadefender", "--option", "rate=500", "--option", "most=700"));
    try (ApplianceProcess appliance = device.start(lab.orElseThrow())) {
      LabReplay.Passed passed = replay("bittorrent-transmission-plain-open-tracker-1a");
      assertThat(passed.arrived()).isEqualTo(passed.frames());
      JsonNode said = stats(appliance).at("/box");
      assertThat(said.at("/floodedServices").size()).isEqualTo(1);
      assertThat(said.at("/decoysSent/http-announce").asInt()).isPositive();
      long sent = said.at("/synsInAll").asLong();
      for (JsonNode decoys : said.at("/decoysSent")) {
        sent += decoys.asLong();
      }
      assertThat((long) passed.sentByTheBox()).isPositive().isLessThanOrEqualTo(sent);
      Thread.sleep(2_000);
      assertThat(stats(appliance).at("/box/synsInAll").asLong()).isEqualTo(700);
    }
    Cli.Ended outside = Cli.run("appliance", "--like", "mediadefender", "--if", "d0", "--if", "d1");
    assertThat(outside.exitCode()).isEqualTo(ExitCode.MISSING_REQUIREMENT);
    assertThat(outside.err()).contains("a network that Dreyfus did not make");
  }

  @Test
  void aStoppedOneEndsCleanlyAndAKilledOneSaysSo() throws Exception {
    ApplianceProcess stopped = start("--classifier", "allow-all");
    ProcessHandle process = stopped.processes().get(0);
    process.destroy();
    process.onExit().join();
    assertThat(stopped.ended().orElseThrow()).startsWith("'appliance-x' exited with 0");
    assertThatThrownBy(stopped::reset)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("exited with 0");
    stopped.close();

    ApplianceProcess killed = start("--classifier", "allow-all");
    assertThat(replay(WEB).arrived()).isPositive();
    killed.processes().forEach(ProcessHandle::destroyForcibly);
    killed.processes().forEach(each -> each.onExit().join());
    assertThat(replay(WEB).arrived()).as("nothing bridges any more").isZero();
    assertThat(killed.ended()).hasValueSatisfying(why -> assertThat(why).contains("signal 9"));
    killed.close();
  }

  @Test
  void whatCannotStartSaysWhy() {
    assertThatThrownBy(() -> start("--classifier", "nobody"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("no classifier 'nobody'");
    assertThatThrownBy(() -> start("--classifier", "trained"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("must be trained");
  }
}
