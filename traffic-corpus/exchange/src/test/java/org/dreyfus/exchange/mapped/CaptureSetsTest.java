package org.dreyfus.exchange.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.intake.ImportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixtures have the shape of the data sets: names are theirs, packets are not. */
class CaptureSetsTest {

  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();

  private void capture(String name) throws IOException {
    Path file = folder.resolve("set").resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    new SmallCapture().tcp(0, 40_000, 4_433, "x").udp(20, 40_001, 53).write(file);
  }

  private Corpus read(String mapping) throws IOException {
    Corpus corpus =
        MappedImport.read(
            folder.resolve("set"),
            Mappings.of(mapping),
            new ImportOptions(
                folder.resolve("out"), Optional.empty(), Map.of(), List.of(), notices::add));
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
    return corpus;
  }

  /** Protocol, what it carries, protection, role, application of each session's first flow. */
  private static Map<String, String> firstLabels(Corpus corpus) throws IOException {
    Map<String, String> labels = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      Label label = corpus.flows(session).get(0).label();
      assertThat(label.legalStatus()).isEqualTo(LegalStatus.UNDETERMINED);
      labels.put(
          session.id(),
          "%s %s %s %s %s"
              .formatted(
                  label.protocol(),
                  label.carries().orElse("-"),
                  label.protection(),
                  label.role(),
                  label.application()));
    }
    return labels;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iscx-vpn-nonvpn-2016",
        "iscxtor-2016",
        "ustc-tfc2016",
        "mirage-2019",
        "utmobilenet-2021",
        "unibs-2009"
      })
  void bundledMappingsSayWhereTheirFactsComeFrom(String name) throws IOException {
    Mapping mapping = Mappings.of(name);
    assertThat(mapping.id()).isEqualTo(name);
    assertThat(mapping.sources()).isNotEmpty();
    assertThat(mapping.notes()).isNotEmpty();
    assertThat(Mappings.BUNDLED).contains(name).hasSize(6);
  }

  @Test
  void iscxVpn() throws IOException {
    capture("VPN-PCAPS-01/vpn_bittorrent.pcap");
    capture("VPN-PCAPS-01/vpn_skype_chat1a.pcap");
    capture("VPN-PCAPS-01/vpn_hangouts_audio1.pcap");
    capture("NonVPN-PCAPs-01/AIMchat1.pcap");
    capture("NonVPN-PCAPs-01/aim_chat_3a.pcap");
    capture("NonVPN-PCAPs-02/sftp_up_2a.pcap");
    capture("NonVPN-PCAPs-02/torFacebook.pcap");
    capture("NonVPN-PCAPs-03/youtubeHTML5_1.pcap");
    Files.writeString(folder.resolve("set/readme.txt"), "no traffic");
    Corpus corpus = read("iscx-vpn-nonvpn-2016");
    assertThat(firstLabels(corpus))
        .containsEntry(
            "VPN-PCAPS-01-vpn_bittorrent", "OpenVPN BitTorrent TUNNELLED CONTENT bittorrent")
        .containsEntry("VPN-PCAPS-01-vpn_skype_chat1a", "OpenVPN Skype TUNNELLED CONTENT skype")
        .containsEntry(
            "VPN-PCAPS-01-vpn_hangouts_audio1", "OpenVPN Unknown TUNNELLED CONTENT hangout")
        .containsEntry("NonVPN-PCAPs-01-AIMchat1", "Unknown - UNSTATED CONTENT aim")
        .containsEntry("NonVPN-PCAPs-02-sftp_up_2a", "SSH - ENCRYPTED CONTENT sftp")
        .containsEntry("NonVPN-PCAPs-02-torFacebook", "Tor HTTPS TUNNELLED CONTENT tor-facebook")
        .containsEntry("NonVPN-PCAPs-03-youtubeHTML5_1", "Unknown - UNSTATED CONTENT youtube")
        .hasSize(8);
    assertThat(corpus.session("NonVPN-PCAPs-01-AIMchat1").orElseThrow().cluster())
        .as("files of one class are one cluster")
        .isEqualTo(corpus.session("NonVPN-PCAPs-01-aim_chat_3a").orElseThrow().cluster());
    FlowLabel lookUp =
        corpus.flows(corpus.session("VPN-PCAPS-01-vpn_bittorrent").orElseThrow()).get(1);
    assertThat(lookUp.label().protocol()).isEqualTo("DNS");
    assertThat(lookUp.label().role()).isEqualTo(Role.BACKGROUND);
    assertThat(notices).isNotEmpty();
  }

  @Test
  void iscxTor() throws IOException {
    capture("Tor/P2P_tor_p2p_vuze.pcap");
    capture("Tor/FILE-TRANSFER_gate_SFTP_filetransfer.pcap");
    capture("Tor/FILE-TRANSFER_gate_FTP_transfer.pcap");
    capture("Tor/AUDIO_spotifygateway.pcap");
    capture("Tor/MAIL_gate_POP_filetransfer.pcap");
    capture("NonTor/p2p_multipleSpeed.pcap");
    capture("NonTor/SFTP_filetransfer.pcap");
    capture("NonTor/Workstation_Thunderbird_Imap.pcap");
    capture("NonTor/browsing2.pcap");
    assertThat(firstLabels(read("iscxtor-2016")))
        .containsEntry("Tor-P2P_tor_p2p_vuze", "Tor BitTorrent TUNNELLED CONTENT vuze")
        .containsEntry("Tor-FILE-TRANSFER_gate_SFTP_filetransfer", "Tor SSH TUNNELLED CONTENT sftp")
        .containsEntry(
            "Tor-FILE-TRANSFER_gate_FTP_transfer", "Tor FTP_CONTROL TUNNELLED CONTENT ftp")
        .containsEntry("Tor-AUDIO_spotifygateway", "Tor Unknown TUNNELLED CONTENT spotify")
        .containsEntry("Tor-MAIL_gate_POP_filetransfer", "Tor POP3 TUNNELLED CONTENT pop")
        .containsEntry("NonTor-p2p_multipleSpeed", "BitTorrent - UNSTATED CONTENT multiplespeed")
        .containsEntry("NonTor-SFTP_filetransfer", "SSH - ENCRYPTED CONTENT sftp")
        .containsEntry("NonTor-Workstation_Thunderbird_Imap", "IMAP - UNSTATED CONTENT imap")
        .containsEntry("NonTor-browsing2", "Unknown - UNSTATED CONTENT browsing")
        .hasSize(9);
  }

  @Test
  void ustcTfc() throws IOException {
    for (String name : List.of("BitTorrent", "FTP", "SMB-1", "SMB-2", "Weibo-1", "Weibo-2")) {
      capture("Benign/" + name + ".pcap");
    }
    capture("Malware/Zeus.pcap");
    capture("Malware/Nsis-ay.pcap");
    Corpus corpus = read("ustc-tfc2016");
    assertThat(firstLabels(corpus))
        .containsEntry("Benign-BitTorrent", "BitTorrent - UNSTATED CONTENT bittorrent")
        .containsEntry("Benign-FTP", "FTP_CONTROL - PLAIN CONTENT ftp")
        .containsEntry("Benign-SMB-1", "Unknown - UNSTATED CONTENT smb")
        .containsEntry("Benign-Weibo-2", "Unknown - UNSTATED CONTENT weibo")
        .containsEntry("Malware-Zeus", "Unknown - UNSTATED ATTACK zeus")
        .containsEntry("Malware-Nsis-ay", "Unknown - UNSTATED ATTACK nsis")
        .hasSize(8);
    assertThat(corpus.sessions().stream().map(Session::cluster).distinct()).hasSize(6);
  }

  @Test
  void unibsNamesTheProgramOfEachFlow() throws IOException {
    capture("unibs20090930.anon.pcap");
    Files.writeString(
        folder.resolve("set/groundtruth.log"),
        """
        timestamp:ip_src:ip_dst:port_src:port_dst:verdict:application:protocol
        1700000000.5:10.101.1.1:10.102.1.1:40000:4433:1:transmission:tcp;
        1700009999.5:10.101.1.1:10.102.1.1:40000:4433:1:amule:tcp;
        """);
    Corpus corpus = read("unibs-2009");
    assertThat(firstLabels(corpus).values())
        .containsExactly("BitTorrent - UNSTATED CONTENT transmission");
    Label other = corpus.flows(corpus.sessions().get(0)).get(1).label();
    assertThat(other.role()).isEqualTo(Role.BACKGROUND);
    assertThat(other.reason()).contains("The log of ground truth does not name this flow.");
    assertThat(notices).anyMatch(notice -> notice.contains("1 of 2 lines match no flow"));
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    capture("Benign/Unheard.pcap");
    assertThatThrownBy(() -> read("ustc-tfc2016"))
        .hasMessageContaining("Unheard.pcap: no path of the mapping 'ustc-tfc2016' matches");
    assertThatThrownBy(() -> Mappings.of("no-such-set"))
        .hasMessageContaining("no-such-set: neither a file nor one of the bundled mappings");
    Files.writeString(
        folder.resolve("set/groundtruth.log"), "header\n1.5:10.0.0.1:10.0.0.2:1:2:x\n");
    assertThatThrownBy(() -> read("unibs-2009")).hasMessageContaining("Unheard.pcap");
    Files.delete(folder.resolve("set/Benign/Unheard.pcap"));
    assertThatThrownBy(() -> read("unibs-2009"))
        .hasMessageContaining("groundtruth.log:2: is not time:source");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void usersBringTheirOwnMappings() throws IOException {
    capture("p2p/a.pcap");
    Path own = folder.resolve("own.json");
    String mapping =
        """
        {"schemaVersion": 1, "id": "own", "version": "1", "licence": "CC0-1.0",
         "description": "Own.", "form": "CAPTURES", "sources": ["us"], "notes": [], "ignore": [],
         "paths": [{"path": "(?<kind>[a-z0-9]+)/.*", "cluster": "lab/${kind}",
           "labels": {"protocol": "bt-utp", "legality": "LEGAL", "basis": "OWN_WORK",
                      "application": "${%s}"}}],
         "flows": []}
        """;
    Files.writeString(own, mapping.formatted("kind"));
    Corpus corpus = read(own.toString());
    Label label = corpus.flows(corpus.sessions().get(0)).get(0).label();
    assertThat(label.legalStatus()).isEqualTo(LegalStatus.LEGAL);
    assertThat(label.protocol()).isEqualTo("BitTorrent");
    assertThat(corpus.sessions().get(0).cluster()).isEqualTo("lab/p2p");
    Files.writeString(
        own, mapping.formatted("nothing").replace("\"flows\"", "\"flow\": 1, \"flows\""));
    assertThatThrownBy(() -> Mappings.of(own.toString()))
        .hasMessageContaining("own.json:6:")
        .hasMessageContaining("unknown field 'flow'");
    Files.writeString(own, mapping.formatted("nothing").replace("\"basis\"", "\"base\""));
    assertThatThrownBy(() -> Mappings.of(own.toString()))
        .hasMessageContaining("own.json: unknown labels [base]");
  }
}
