package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.corpus.Label;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reference classifiers do on sessions of the default corpus that were picked by hand. */
class PickedSessionsTest {

  private static final Path DEFAULT = Cli.HOME.resolve("traffic-corpus/corpora/default");
  private static final String IDENTIFIERS = "identifiers.json";

  /** Names in the clear, only bytes in the clear, neither; both members of pairs of type L. */
  private static final List<String> PICKED =
      List.of(
          "accused-printer-1a",
          "announce-only-1b",
          "bittorrent-aria2-mse-handshake-open-tracker-2a",
          "bittorrent-libtorrent-dht-plain-magnet-2a",
          "bittorrent-libtorrent-mse-tcp-open-tracker-2a",
          "bittorrent-libtorrent-plain-tcp-open-tracker-1a",
          "bittorrent-libtorrent-plain-tcp-open-tracker-1b",
          "bittorrent-libtorrent-plain-utp-curated-tracker-udp-2a",
          "bittorrent-libtorrent-web-seed-2a",
          "broadcast-rtmp-1a",
          "dht-answers-1a",
          "edonkey-amule-obfuscated-2a",
          "edonkey-amule-plain-2a",
          "ftp-2a",
          "ftp-2b",
          "ftp-active-1b",
          "git-2a",
          "kad-amule-plain-2a",
          "napster-direct-2a",
          "revision3-injected-1a",
          "tunnel-shadowsocks-web-2a",
          "tunnel-socks-bittorrent-2a",
          "web-http11-2a",
          "web-http11-2b",
          "web-http11-resumed-2a",
          "web-https-tls13-2a");

  @TempDir static Path folder;

  @BeforeAll
  static void run() throws IOException {
    Path corpus = SmallCorpus.of(folder.resolve("corpus"), PICKED.toArray(String[]::new));
    Files.copy(DEFAULT.resolve(IDENTIFIERS), corpus.resolve(IDENTIFIERS));
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--classifier",
            "content-id,entropy,peer-list-accuser",
            "--corpus",
            corpus.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  private static Bundle bundle(String row) throws IOException {
    return BundleReader.read(folder.resolve("out").resolve(row));
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-id", "content-id-without-rights", "entropy"})
  void whatIsBlockedAndWhen(String row) throws IOException {
    Bundle bundle = bundle(row);
    assertThat(RunEvidence.of(bundle.evidence()).unstable()).isEmpty();
    Golden.check(
        row + ".txt",
        RunEvidence.of(bundle.evidence()).observations().stream()
            .filter(flow -> flow.verdict() == Observation.VerdictKind.BLOCK)
            .map(PickedSessionsTest::line)
            .toList());
  }

  private static String line(Observation flow) {
    Label label = flow.label();
    return "%s flow %d: %s %s %s, blocked at packet %d, last payload in %d"
        .formatted(
            flow.session(),
            flow.flow(),
            label.protection(),
            label.protocol(),
            label.role(),
            flow.decidedAtPacket(),
            flow.lastPayloadPacket());
  }

  @Test
  void whoIsAccused() throws IOException {
    Bundle bundle = bundle("peer-list-accuser");
    assertThat(RunEvidence.of(bundle.evidence()).observations())
        .allMatch(flow -> flow.verdict() == Observation.VerdictKind.ALLOW);
    Golden.check(
        "peer-list-accuser.txt",
        RunEvidence.of(bundle.evidence()).accusations().stream()
            .map(a -> "%s %s %s: %s".formatted(a.session(), a.host(), a.deed(), a.reason()))
            .toList());
  }

  @Test
  void thePrinterIsAccusedAndShownOnThePage() throws IOException {
    String page =
        Files.readString(folder.resolve("out").resolve("peer-list-accuser/scorecard.html"));
    assertThat(page).contains("printed a page; spoke no BitTorrent").contains("printer");
    assertThat(bundle("peer-list-accuser").scorecards().get(0).accusations())
        .hasValueSatisfying(
            accused ->
                assertThat(
                        accused.examples().stream()
                            .map(example -> example.host())
                            .collect(Collectors.toSet()))
                    .contains("printer", "talker", "holder", "injector"));
  }

  @Test
  void eachRowSaysWhatItWasTold() throws IOException {
    assertThat(bundle("content-id").manifest().feeds()).containsExactly("RIGHTS");
    assertThat(bundle("content-id-without-rights").manifest().feeds()).isEmpty();
    assertThat(
            Files.readString(
                folder.resolve("out").resolve("content-id-without-rights/scorecard.html")))
        .contains("given no information that could tell the works apart");
  }
}
