package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A part of the committed corpus, spoilt: {@code corpus validate} names file and line and ends with
 * code 3.
 */
class SpoiltCorpusTest {

  private static final String SESSION = "web-http11-1a";
  private static final String FLOWS = "sessions/" + SESSION + "/flows.jsonl";
  private static final String DESCRIPTION = "sessions/" + SESSION + "/session.json";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SmallCorpus.of(folder, SESSION, "web-http11-1b");
  }

  @Test
  void asItIsItIsWell() {
    assertThat(validate().out()).contains("2 sessions, all well");
    assertThat(validate().exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void unknownFieldInTheManifest() throws IOException {
    edit("corpus.json", "\"licence\"", "\"colour\" : \"red\",\n  \"licence\"");
    refused("corpus.json:5:", "unknown field 'colour'");
  }

  @Test
  void unknownStatusOfALabel() throws IOException {
    edit(FLOWS, "\"legalStatus\":\"LEGAL\"", "\"legalStatus\":\"LAWFUL\"");
    refused(FLOWS + ":1:", "'LAWFUL' is none of [LEGAL, INFRINGING, UNDETERMINED]");
  }

  @Test
  void unknownOriginOfASession() throws IOException {
    edit(DESCRIPTION, "\"RECORDED\"", "\"FOUND\"");
    refused(DESCRIPTION + ":7:", "'FOUND' is none of");
  }

  @Test
  void captureOfAnotherDigest() throws IOException {
    Path capture = folder.resolve("sessions").resolve(SESSION).resolve("capture.pcap");
    byte[] bytes = Files.readAllBytes(capture);
    bytes[bytes.length - 1] ^= 1;
    Files.write(capture, bytes);
    found("sessions/" + SESSION + "/capture.pcap: differs from its digest in corpus.json");
  }

  @Test
  void labelThatMatchesNoFlow() throws IOException {
    String line = Files.readAllLines(folder.resolve(FLOWS)).get(1);
    String stray = line.replaceFirst("\"flow\":\\d+", "\"flow\":9999");
    Files.writeString(
        folder.resolve(FLOWS), Files.readString(folder.resolve(FLOWS)) + stray + "\n");
    SmallCorpus.finish(folder);
    found(FLOWS + ":3: no flow begins at frame 9999");
  }

  @Test
  void statusThatIsNotThatOfTheWork() throws IOException {
    String content = "(\"LEGAL\",\"legalBasis\":\"[A-Z_]+\")(.*\"role\":\"CONTENT\")";
    edit(FLOWS, content, "\"INFRINGING\",\"legalBasis\":\"UNLICENSED_COPY\"$2");
    SmallCorpus.finish(folder);
    Cli.Ended ended = validate();
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.out()).containsPattern(FLOWS + ":\\d: flow \\d+: its status is not that of");
  }

  @Test
  void infringementOfNothing() throws IOException {
    String bare = "(?m)^(\\{(?!.*\"work\").*)\"LEGAL\",\"legalBasis\":\"[A-Z_]+\"";
    edit(FLOWS, bare, "$1\"INFRINGING\",\"legalBasis\":\"UNLICENSED_COPY\"");
    SmallCorpus.finish(folder);
    Cli.Ended ended = validate();
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.out()).contains("an INFRINGING flow names its work");
  }

  @Test
  void protocolThatIsNotOnTheWire() throws IOException {
    edit(FLOWS, "\"protocol\":\"HTTP\"", "\"protocol\":\"BitTorrent\"");
    SmallCorpus.finish(folder);
    Cli.Ended ended = Cli.run("corpus", "validate", folder.toString(), "--dissect");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.out()).containsPattern(FLOWS + ":\\d: .*BitTorrent");
  }

  @Test
  void addressOfNobody() throws IOException {
    edit(DESCRIPTION, "\"address\" : \"[0-9.]+\"", "\"address\" : \"10.199.199.199\"");
    SmallCorpus.finish(folder);
    Cli.Ended ended = validate();
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.out()).contains("is no host of the session");
  }

  private Cli.Ended validate() {
    return Cli.run("corpus", "validate", folder.toString());
  }

  /** The corpus cannot be opened. */
  private void refused(String place, String problem) {
    Cli.Ended ended = validate();
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains(folder.resolve(place).toString(), problem);
    assertThat(ended.err().strip().lines()).hasSize(1);
  }

  private void found(String problem) {
    Cli.Ended ended = validate();
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.out()).contains(problem, folder + ": 1 problems");
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    String after = before.replaceFirst(from, to);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(path, after);
  }
}
