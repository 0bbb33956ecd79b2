package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.Session;
import org.dreyfus.lab.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Re-enacted networks, as tools see them that know nothing of our peers. */
@Tag("slow")
final class ReenactedNetworksTest {

  private static final Pattern NAMED_BY_NDPI = Pattern.compile("\\[proto: [\\d.]+/([\\w.]+)]");

  @Test
  void gnutellaIsRecognisedByNdpiAndReadByTshark(@TempDir Path folder) throws Exception {
    Corpus corpus =
        record(folder, Set.of("gnutella-direct", "gnutella-pushed", "gnutella-swarmed"));
    assertThat(corpus.sessions()).hasSize(6);
    for (Session session : corpus.sessions()) {
      Path capture = unpacked(corpus, session, folder);
      assertThat(namedByNdpi(capture)).as(session.id()).containsExactly("Gnutella");
      assertThat(tshark(capture, "_ws.malformed", "frame.number")).as(session.id()).isEmpty();
      assertThat(tshark(capture, "gnutella.queryhit.hit.name", "gnutella.queryhit.hit.name"))
          .as(session.id())
          .isNotEmpty();
    }
  }

  @Test
  void gnutellaInTlsShowsNothingButTls(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("gnutella-tls"));
    for (Session session : corpus.sessions()) {
      Path capture = unpacked(corpus, session, folder);
      assertThat(namedByNdpi(capture)).as(session.id()).containsExactly("TLS");
      assertThat(tshark(capture, "tls.handshake.type == 2", "tls.handshake.ciphersuite"))
          .as(session.id())
          .isNotEmpty()
          .containsOnly("0x0034");
    }
  }

  @Test
  void soulseekIsReadByTshark(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("soulseek-direct", "soulseek-called-back"));
    assertThat(corpus.sessions()).hasSize(4);
    for (Session session : corpus.sessions()) {
      List<String> messages = tshark(unpacked(corpus, session, folder), "slsk", "_ws.col.Info");
      assertThat(messages)
          .as(session.id())
          .anyMatch(line -> line.endsWith("Login"))
          .anyMatch(line -> line.endsWith("File Search"))
          .anyMatch(line -> line.endsWith("Queue Upload"));
      assertThat(messages.stream().anyMatch(line -> line.endsWith("Pierce Fw")))
          .as(session.id())
          .isEqualTo(session.scenario().equals("soulseek-called-back"));
    }
  }

  /** nDPI knows the network by {@code GIVE}; a download without it is HTTP to everybody. */
  @Test
  void fastTrackIsRecognisedByNdpiWhenPushed(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("fasttrack-direct", "fasttrack-push"));
    assertThat(corpus.sessions()).hasSize(4);
    for (Session session : corpus.sessions()) {
      Path capture = unpacked(corpus, session, folder);
      boolean pushed = session.scenario().equals("fasttrack-push");
      assertThat(namedByNdpi(capture)).as(session.id()).contains(pushed ? "FastTrack" : "HTTP");
      assertThat(tshark(capture, "http.request", "http.request.uri"))
          .as(session.id())
          .hasSize(1)
          .allMatch(uri -> uri.matches("/\\.hash=[0-9a-f]{40}"));
    }
  }

  @Test
  void pptpIsRecognisedAndRead(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("vpn-pptp-web"));
    for (Session session : corpus.sessions()) {
      Path capture = unpacked(corpus, session, folder);
      assertThat(namedByNdpi(capture)).as(session.id()).containsExactly("GRE", "PPTP");
      assertThat(tshark(capture, "pptp", "pptp.control_message_type"))
          .as(session.id())
          .containsExactly("1", "2", "7", "8", "15", "15");
      assertThat(tshark(capture, "ip.proto == 47", "gre.proto"))
          .as(session.id())
          .isNotEmpty()
          .containsOnly("0x880b");
      assertThat(tshark(capture, "gre and not ppp or _ws.malformed", "frame.number"))
          .as(session.id())
          .isEmpty();
    }
  }

  @Test
  void espIsRecognisedAndItsKeyExchangeRead(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("vpn-esp-web"));
    for (Session session : corpus.sessions()) {
      Path capture = unpacked(corpus, session, folder);
      assertThat(namedByNdpi(capture)).as(session.id()).containsExactly("IPsec");
      assertThat(tshark(capture, "isakmp", "isakmp.exchangetype"))
          .as(session.id())
          .containsExactly("34", "34", "35", "35");
      assertThat(tshark(capture, "ip.proto == 50", "esp.spi")).as(session.id()).isNotEmpty();
      assertThat(tshark(capture, "ip and not esp and not isakmp or _ws.malformed", "frame.number"))
          .as(session.id())
          .isEmpty();
    }
  }

  @Test
  void tsharkReadsWhatGoesThroughL2tp(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("vpn-l2tp-web"));
    for (Session session : corpus.sessions()) {
      Path capture = unpacked(corpus, session, folder);
      assertThat(tshark(capture, "udp and not l2tp or _ws.malformed", "frame.number"))
          .as(session.id())
          .isEmpty();
      assertThat(tshark(capture, "l2tp and http.response", "http.response.code"))
          .as(session.id())
          .containsExactly("200");
    }
  }

  @Test
  void addressesInNapsterMessagesAreRewritten(@TempDir Path folder) throws Exception {
    Corpus corpus = record(folder, Set.of("napster-direct", "napster-pushed", "napster-directed"));
    assertThat(corpus.sessions())
        .hasSize(6)
        .allMatch(session -> session.rekeying() == Session.Rekeying.FULL)
        .noneMatch(session -> session.mentions().isEmpty());
    for (Session session : corpus.sessions()) {
      assertThat(Rekeyed.remaining(corpus, session)).as(session.id()).isEmpty();
    }
  }

  private static Corpus record(Path folder, Set<String> scenarios) throws IOException {
    Requirements.root();
    Requirements.program("ndpiReader");
    Path target = folder.resolve("mine");
    ScenarioSelection selection = ScenarioSelection.only(scenarios);
    assertThat(new Recording(target, "mine", 5, 2, 1, selection, false).run(new Silent()))
        .isEmpty();
    Corpus corpus = Corpus.open(target);
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
    assertThat(CaptureAgreement.problems(corpus)).isEmpty();
    assertThat(corpus.sessions()).allMatch(session -> session.checks().labelsConfirmed());
    return corpus;
  }

  private static Path unpacked(Corpus corpus, Session session, Path folder) throws IOException {
    Path capture = folder.resolve(session.id() + ".pcap");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(corpus.capture(session)))) {
      Files.copy(in, capture);
    }
    return capture;
  }

  private static Set<String> namedByNdpi(Path capture) {
    String printed = Shell.run("ndpiReader", "-i", capture.toString(), "-v", "2");
    return NAMED_BY_NDPI
        .matcher(printed)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Values of a field in the frames that a filter lets through. */
  private static List<String> tshark(Path capture, String filter, String field) {
    String file = capture.toString();
    String printed =
        Shell.run("tshark", "-n", "-r", file, "-Y", filter, "-T", "fields", "-e", field);
    return Arrays.stream(printed.split("\n"))
        .filter(line -> !line.isBlank() && !line.startsWith("Running as user"))
        .toList();
  }

  private static final class Silent implements Progress {

    @Override
    public void note(String line) {}

    @Override
    public void recorded(String session, int done, int all) {}
  }
}
