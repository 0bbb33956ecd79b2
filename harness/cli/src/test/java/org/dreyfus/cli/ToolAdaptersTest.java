package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapters of {@code classifier/adapters} on recorded sessions whose protocols are known. */
@Tag("slow")
class ToolAdaptersTest {

  private static final String BITTORRENT = "bittorrent-libtorrent-plain-tcp-open-tracker-1a";
  private static final String HTTP = "web-http11-1a";
  private static final String TLS = "web-https-tls13-1a";
  private static final Map<String, String> PROTOCOLS =
      Map.of(
          BITTORRENT,
          "BitTorrent",
          TLS,
          "TLS",
          "dns-udp-1a",
          "DNS",
          "ssh-scp-1a",
          "SSH",
          HTTP,
          "HTTP");

  @TempDir Path folder;

  /** Suricata 7 knows BitTorrent's DHT, not its connections. */
  @ParameterizedTest
  @EnumSource(Tool.class)
  void nameWhatTheContentIsCarriedBy(Tool tool) throws Exception {
    tool.isNeeded();
    Bundle bundle = evaluate(tool);
    Map<String, List<Observation>> content =
        RunEvidence.of(bundle.evidence()).observations().stream()
            .filter(flow -> flow.label().role() == Role.CONTENT && flow.lastPayloadPacket() > 0)
            .collect(Collectors.groupingBy(Observation::session));
    assertThat(content).containsOnlyKeys(PROTOCOLS.keySet());
    content.forEach(
        (session, flows) -> {
          Optional<String> expected =
              tool == Tool.SURICATA && session.equals(BITTORRENT)
                  ? Optional.empty()
                  : Optional.of(PROTOCOLS.getOrDefault(session, ""));
          assertThat(flows)
              .as(session)
              .allSatisfy(flow -> assertThat(flow.outcome()).isEqualTo(new Outcome.Answered()))
              .allSatisfy(flow -> assertThat(flow.protocol()).isEqualTo(expected));
        });
    assertThat(RunEvidence.of(bundle.evidence()).conduct())
        .as("rules broken")
        .allSatisfy(conduct -> assertThat(conduct.breaches()).isEmpty());
  }

  /** What comes through the adapter is what the tool says when it is run by hand. */
  @ParameterizedTest
  @EnumSource(Tool.class)
  void sayWhatTheToolSaysByItself(Tool tool) throws Exception {
    tool.isNeeded();
    Corpus all = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default"));
    List<Observation> observations =
        RunEvidence.of(evaluate(tool, "--no-blind").evidence()).observations();
    for (String id : PROTOCOLS.keySet()) {
      Session session = all.session(id).orElseThrow();
      Map<Long, FlowLabel> flows =
          all.flows(session).stream().collect(Collectors.toMap(FlowLabel::flow, flow -> flow));
      Map<Ends, String> said = new TreeMap<>();
      for (Observation observation : observations) {
        if (observation.session().equals(id) && observation.protocol().isPresent()) {
          FlowLabel flow = Objects.requireNonNull(flows.get(observation.flow()));
          Ends ends = Ends.of(flow.srcIp(), flow.srcPort(), flow.destIp(), flow.destPort());
          said.put(ends, observation.protocol().get());
        }
      }
      assertThat(said).as(id).isEqualTo(tool.byHand(all.capture(session), folder));
    }
  }

  /** Only a block that comes before the last data packet blocks anything. */
  @ParameterizedTest
  @EnumSource(Tool.class)
  void blockInTimeWhereTheToolAnswersInStep(Tool tool) throws Exception {
    tool.isNeeded();
    List<Observation> named =
        RunEvidence.of(evaluate(tool).evidence()).observations().stream()
            .filter(flow -> flow.protocol().isPresent())
            .toList();
    assertThat(named).isNotEmpty();
    if (tool == Tool.TSHARK) {
      assertThat(named)
          .filteredOn(flow -> flow.lastPayloadPacket() > 4)
          .isNotEmpty()
          .allSatisfy(
              flow -> assertThat(flow.decidedAtPacket()).isLessThan(flow.lastPayloadPacket()));
    } else {
      assertThat(named)
          .allSatisfy(
              flow -> assertThat(flow.decidedAtPacket()).isGreaterThan(flow.lastPayloadPacket()));
    }
  }

  private Bundle evaluate(Tool tool, String... more) throws IOException {
    Path corpus =
        SmallCorpus.of(folder.resolve("corpus"), PROTOCOLS.keySet().toArray(String[]::new));
    Path out = folder.resolve("out");
    String[] always = {
      "evaluate",
      "--plugin",
      Cli.HOME.resolve("classifier/adapters").resolve(tool.id()).resolve("plugin.json").toString(),
      "--corpus",
      corpus.toString(),
      "--no-witness-check",
      "--out",
      out.toString()
    };
    String[] command = Arrays.copyOf(always, always.length + more.length);
    System.arraycopy(more, 0, command, always.length, more.length);
    Cli.Ended ended = Cli.run(command);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return BundleReader.read(out.resolve(tool.id()));
  }
}
