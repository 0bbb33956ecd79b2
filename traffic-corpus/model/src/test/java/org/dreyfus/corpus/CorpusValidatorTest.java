package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusValidatorTest {

  private Path folder;
  private Corpus corpus;

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    corpus = Samples.corpus(folder);
  }

  @Test
  void aGoodCorpusHasNoProblems() throws IOException {
    assertThat(problems()).isEmpty();
  }

  @Test
  void seesAChangedCapture() throws IOException {
    Files.writeString(folder.resolve("sessions/s-1/capture.pcap"), "others");
    assertThat(problems())
        .containsExactly("sessions/s-1/capture.pcap: differs from its digest in corpus.json");
  }

  @Test
  void seesAMissingAndAForeignFile() throws IOException {
    Files.move(
        folder.resolve("sessions/s-1/capture.pcap"), folder.resolve("sessions/s-1/other.pcap"));
    assertThat(problems())
        .contains(
            "sessions/s-1/capture.pcap: listed in corpus.json but missing",
            "sessions/s-1/other.pcap: not listed in corpus.json",
            "sessions/s-1/session.json: its capture capture.pcap is missing");
  }

  @Test
  void infringingMeansUnlicensedCopy() throws IOException {
    edit("sessions/s-2/flows.jsonl", "UNLICENSED_COPY", "PUBLIC_DOMAIN");
    assertThat(problems()).anyMatch(line -> line.contains("INFRINGING and UNLICENSED_COPY"));
  }

  @Test
  void aFlowHasTheStatusOfItsWork() throws IOException {
    edit("sessions/s-2/flows.jsonl", "work-unlicensed", "work-legal");
    assertThat(problems()).anyMatch(line -> line.contains("its status is not that of work"));
  }

  @Test
  void everyWorkIsRegistered() throws IOException {
    edit("sessions/s-1/flows.jsonl", "work-legal", "work-unknown");
    assertThat(problems()).anyMatch(line -> line.contains("'work-unknown' is not in works.json"));
  }

  @Test
  void onlyImportedContentMayBeOfAnUnknownWork() throws IOException {
    edit("sessions/s-1/flows.jsonl", ",\"work\":\"work-legal\"", "");
    assertThat(problems()).anyMatch(line -> line.contains("a CONTENT flow carries a work"));
    edit("sessions/s-1/session.json", "RECORDED", "IMPORTED");
    assertThat(problems()).noneMatch(line -> line.contains("a CONTENT flow carries a work"));
  }

  @Test
  void onlyImportedSessionsLeaveProtectionOpen() throws IOException {
    edit("sessions/s-1/flows.jsonl", "\"PLAIN\"", "\"UNSTATED\"");
    assertThat(problems()).anyMatch(line -> line.contains("only an imported session"));
    edit("sessions/s-1/session.json", "RECORDED", "IMPORTED");
    assertThat(problems()).noneMatch(line -> line.contains("only an imported session"));
  }

  @Test
  void aTunnelSaysWhatItCarries() throws IOException {
    edit("sessions/s-1/flows.jsonl", "\"PLAIN\"", "\"TUNNELLED\"");
    assertThat(problems())
        .anyMatch(line -> line.contains("TUNNELLED and 'carries' go together"))
        .anyMatch(line -> line.contains("differ in more than rights"));
  }

  @Test
  void membersOfAPairShareTheirCluster() throws IOException {
    edit("sessions/s-2/session.json", "curl/HTTP/plain/one-server", "wget/HTTP/plain/one-server");
    assertThat(problems()).contains("pair pair-1: its members differ in more than rights");
  }

  @Test
  void membersOfAPairShareTheirSize() throws IOException {
    edit("works.json", "40000", "40001");
    assertThat(problems()).contains("pair pair-1: its works differ in size");
  }

  @Test
  void exactlyOneMemberOfAPairIsUnlicensed() throws IOException {
    edit("sessions/s-2/flows.jsonl", "INFRINGING", "LEGAL");
    assertThat(problems()).contains("pair pair-1: exactly one member must be unlicensed");
  }

  @Test
  void aPairHasTwoMembers() throws IOException {
    CorpusWriter writer = new CorpusWriter(folder);
    Path capture = Files.writeString(folder.resolve(".capture"), "alone");
    writer.add(
        Samples.session("s-3", Optional.of(new Pair("pair-2", Pair.Type.W, "works-2"))),
        List.of(Samples.flow(1, Samples.legal())),
        capture);
    assertThat(problems()).contains("pair pair-2: has 1 members instead of two");
  }

  @Test
  void mentionsNameHosts() throws IOException {
    edit("sessions/s-1/session.json", "\"host\" : \"server\"", "\"host\" : \"nobody\"");
    assertThat(problems())
        .contains("sessions/s-1/session.json: frame 4 mentions unknown host nobody");
  }

  @Test
  void flowsStandInOrder() throws IOException {
    Path flows = folder.resolve("sessions/s-1/flows.jsonl");
    Files.writeString(flows, Files.readString(flows) + Files.readString(flows));
    assertThat(problems()).contains("sessions/s-1/flows.jsonl:2: flow 1: stands after flow 1");
  }

  @Test
  void everyFlowIsBetweenHostsOfTheSession() throws IOException {
    edit("sessions/s-1/flows.jsonl", "\"destIp\":\"10.102.1.1\"", "\"destIp\":\"192.0.2.1\"");
    assertThat(problems())
        .contains("sessions/s-1/flows.jsonl:1: flow 1: 192.0.2.1 is no host of the session");
    edit("sessions/s-1/flows.jsonl", "192.0.2.1", "224.0.0.251");
    assertThat(problems()).noneMatch(line -> line.contains("no host"));
  }

  @Test
  void theRightsFeedNamesUnlicensedWorksAndNoOthers() throws IOException {
    feeds();
    assertThat(problems()).noneMatch(line -> line.startsWith("identifiers.json: does"));
    String unlicensed = Samples.UNLICENSED_DIGEST;
    edit("identifiers.json", unlicensed, "ab".repeat(32));
    assertThat(problems())
        .contains(
            "identifiers.json: does not name the unlicensed work " + unlicensed,
            "identifiers.json: names " + "ab".repeat(32) + ", which is no unlicensed work");
  }

  @Test
  void theNetworkFeedIsMadeByRuleAndSessions() throws IOException {
    edit("sessions/s-1/session.json", "\"listed\" : false", "\"listed\" : true");
    edit("sessions/s-2/session.json", "\"listed\" : false", "\"listed\" : true");
    feeds();
    assertThat(Files.readString(folder.resolve("networks.json")))
        .contains("\"name\" : \"web\"", "Somebody fetches a file.");
    assertThat(problems()).noneMatch(line -> line.startsWith("networks.json: differs"));
    edit("networks.json", "[ 80 ]", "[ 81 ]");
    assertThat(problems()).anyMatch(line -> line.startsWith("networks.json: differs"));
  }

  @Test
  void aServiceIsTheSameInEverySession() throws IOException {
    edit("sessions/s-2/session.json", "\"overlay\" : \"HTTP\"", "\"overlay\" : \"FTP\"");
    assertThat(problems())
        .anyMatch(line -> line.startsWith("sessions/s-2/session.json: service 'web' is another"));
  }

  private void feeds() throws IOException {
    new CorpusWriter(folder)
        .feeds(
            List.of(Samples.registered()), corpus.works().values(), corpus.manifest().riskRule());
  }

  private List<String> problems() throws IOException {
    return CorpusValidator.problems(Corpus.open(corpus.folder()));
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
  }
}
