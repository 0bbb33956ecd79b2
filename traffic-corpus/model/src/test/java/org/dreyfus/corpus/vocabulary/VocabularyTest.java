package org.dreyfus.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private static final Path DEFAULT = Path.of("..", "corpora", "default");

  @Test
  void namesWhatLabelsName() throws IOException {
    Corpus corpus = Corpus.open(DEFAULT);
    Set<String> used = new TreeSet<>();
    for (Session session : corpus.sessions()) {
      for (FlowLabel flow : corpus.flows(session)) {
        used.add(flow.label().protocol());
        flow.label().carries().ifPresent(used::add);
      }
    }
    assertThat(used).hasSizeGreaterThan(20);
    assertThat(Vocabulary.protocols().keySet()).containsAll(used);
  }

  @Test
  void namesTheNetworksOfTheDispute() {
    assertThat(Vocabulary.protocols().keySet())
        .contains(
            "BitTorrent", "eDonkey", "Kad", "DirectConnect", "Napster", "Gnutella", "Soulseek")
        .contains("FastTrack", "MUTE", "Freenet", "PerfectDark", "Skype", "PPTP", "GRE", "ESP")
        .contains("IPsec", "ISAKMP", "L2TP", "Tor", "obfs4", "Trojan", "QUIC", "WebDAV", "NFS")
        .contains("NNTP", "RTSP", "RTMP", "GNUnet", "AnyConnect", "DTLS", "SOCKS");
  }

  @Test
  void answersByVocabulary() {
    assertThat(Vocabulary.wiresharkNames("BitTorrent"))
        .containsExactlyInAnyOrder("bittorrent", "bt-utp", "bt-dht", "bt-tracker");
    assertThat(Vocabulary.ianaNames("DNS")).containsExactly("domain");
    assertThat(Vocabulary.suricataNames("SMBv23")).containsExactly("smb");
    assertThat(Vocabulary.ndpiNames("Kad")).containsExactly("eDonkey");
    assertThat(Vocabulary.wiresharkNames("NoSuchProtocol")).isEmpty();
  }

  @Test
  void understandsAnybodysName() {
    assertThat(Vocabulary.labelName("bittorrent")).contains("BitTorrent");
    assertThat(Vocabulary.labelName("domain")).contains("DNS");
    assertThat(Vocabulary.labelName("wg")).contains("WireGuard");
    assertThat(Vocabulary.labelName("smb")).as("SMBv1 or SMBv23").isEmpty();
    assertThat(Vocabulary.labelName("youtube")).isEmpty();
    assertThat(Vocabulary.meanings(Naming.SURICATA, "smb")).containsExactly("SMBv1", "SMBv23");
  }

  @Test
  @Tag("slow")
  void tsharkKnowsItsNames() throws IOException, InterruptedException {
    Set<String> known =
        output("tshark", "-G", "protocols").stream()
            .map(line -> line.split("\t", -1))
            .filter(columns -> columns.length > 2)
            .map(columns -> columns[2])
            .collect(Collectors.toSet());
    assertThat(known).contains("http", "tls");
    assertThat(known).containsAll(all(NamedProtocol::wireshark));
  }

  @Test
  @Tag("slow")
  void ndpiReaderKnowsItsNames() throws IOException, InterruptedException {
    Set<String> known =
        output("ndpiReader", "-h").stream()
            .filter(line -> line.matches("\\s*\\d+ \\S+\\s.*"))
            .map(line -> line.strip().split("\\s+", 3)[1])
            .collect(Collectors.toSet());
    assertThat(known).contains("BitTorrent", "HTTP");
    assertThat(known).containsAll(all(NamedProtocol::ndpi));
  }

  private static Set<String> all(Function<NamedProtocol, Set<String>> vocabulary) {
    return Vocabulary.protocols().values().stream()
        .flatMap(protocol -> vocabulary.apply(protocol).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> output(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      if (System.getenv("CI") == null) {
        assumeTrue(false, command[0] + " is not installed");
      }
      throw e;
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      process.waitFor();
      return lines;
    }
  }
}
