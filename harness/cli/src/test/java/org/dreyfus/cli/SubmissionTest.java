package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.external.program.Bubblewrap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a result, as a vendor and the keeper of the testbed would. */
@Tag("slow")
class SubmissionTest {

  private static final String CORPUS = "../engine/src/test/resources/golden/three-stories/corpus";

  @TempDir Path folder;

  @BeforeEach
  void bubblewrapIsNeeded() {
    boolean found = Bubblewrap.find().isPresent();
    assertThat(found || System.getenv("CI") == null).as("bubblewrap is needed in CI").isTrue();
    assumeTrue(found, "bubblewrap is missing, or may not make namespaces here");
  }

  private static Cli.Ended succeeds(String... arguments) {
    Cli.Ended ended = Cli.run(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private Cli.Ended submit(String archive, String out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--submission",
                at(archive),
                "--ledger",
                at("attempts.jsonl"),
                "--corpus",
                CORPUS,
                "--no-witness-check",
                "--out",
                at(out)));
    command.addAll(List.of(more));
    return Cli.run(command.toArray(String[]::new));
  }

  @Test
  void fromAnEmptyFolderToAScorecardInThreeCommands() {
    succeeds("plugin", "init", "--language", "python", at("mine"));
    succeeds("plugin", "check", at("mine/plugin.json"));
    succeeds(
        "evaluate",
        "--plugin",
        at("mine/plugin.json"),
        "--corpus",
        CORPUS,
        "--no-witness-check",
        "--out",
        at("run"));
    assertThat(folder.resolve("run/mine/scorecard.html")).isNotEmptyFile();
  }

  @Test
  void theSameFolderPacksToTheSameBytes() throws IOException {
    succeeds("plugin", "init", "--language", "c", "--id", "other", at("mine"));
    succeeds("plugin", "pack", at("mine"), "--out", at("one.zip"));
    succeeds("plugin", "pack", at("mine"), "--out", at("two.zip"));
    assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
    assertThat(Cli.run("plugin", "pack", at("mine"), "--out", at("two.zip")).err())
        .contains("exists already");
  }

  @Test
  void everyAttemptIsListedAndTheSeedFollowsFromTheNonce() throws IOException {
    succeeds("plugin", "init", "--language", "python", at("mine"));
    succeeds("plugin", "pack", at("mine"), "--out", at("mine.zip"));
    assertThat(submit("mine.zip", "run").err()).contains("no committed nonce is left");
    succeeds("plugin", "ledger", "--commit", at("attempts.jsonl"));
    succeeds("plugin", "ledger", "--commit", at("attempts.jsonl"));
    assertThat(submit("mine.zip", "run").exitCode()).isZero();
    assertThat(submit("mine.zip", "again").exitCode()).isZero();
    RunManifest first = BundleReader.read(folder.resolve("run/mine")).manifest();
    RunManifest second = BundleReader.read(folder.resolve("again/mine")).manifest();
    assertThat(first.environment()).containsEntry("attempt", "1");
    assertThat(second.environment()).containsEntry("attempt", "2");
    assertThat(first.seed()).isNotEqualTo(second.seed()).isNotEqualTo(1);
    assertThat(Files.readString(folder.resolve("again/mine/scorecard.html"))).contains("Attempt 2");

    succeeds(
        "plugin", "ledger", "--withdraw", "3", "--reason", "a wrong build", at("attempts.jsonl"));
    assertThat(succeeds("plugin", "ledger", at("attempts.jsonl")).out())
        .contains("withdrawn: a wrong build")
        .contains(Long.toString(first.seed()))
        .contains("finished");
  }

  @Test
  void aLedgerThatWasChangedIsRefused() throws IOException {
    succeeds("plugin", "ledger", "--commit", at("attempts.jsonl"));
    succeeds("plugin", "ledger", "--commit", at("attempts.jsonl"));
    Path ledger = folder.resolve("attempts.jsonl");
    List<String> lines = Files.readAllLines(ledger);
    Files.write(ledger, lines.subList(1, 2));
    assertThat(Cli.run("plugin", "ledger", ledger.toString()))
        .extracting(Cli.Ended::exitCode, Cli.Ended::err)
        .satisfies(
            values -> {
              assertThat(values.get(0)).isEqualTo(ExitCode.BAD_INPUT);
              assertThat((String) values.get(1)).contains("line 1 does not follow");
            });
  }

  @Test
  void aSignedSubmissionIsCheckedAgainstItsKey() throws Exception {
    keys("vendor");
    keys("other");
    succeeds("plugin", "init", "--language", "python", at("mine"));
    succeeds("plugin", "pack", at("mine"), "--out", at("mine.zip"), "--sign", at("vendor.key"));
    succeeds("plugin", "ledger", "--commit", at("attempts.jsonl"));
    assertThat(submit("mine.zip", "run", "--signed-by", at("other.pub")).err())
        .contains("was not signed with this key");
    assertThat(submit("mine.zip", "run", "--signed-by", at("vendor.pub")).exitCode()).isZero();
  }

  private void keys(String name) throws IOException, NoSuchAlgorithmException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    pem(name + ".key", "PRIVATE KEY", pair.getPrivate().getEncoded());
    pem(name + ".pub", "PUBLIC KEY", pair.getPublic().getEncoded());
  }

  private void pem(String file, String kind, byte[] der) throws IOException {
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind));
  }

  @Test
  void aVendorsClaimsArePutToNobodyElse() throws IOException {
    succeeds("plugin", "init", "--language", "python", at("mine"));
    Path template = Cli.HOME.resolve("results/claims/template/claims.json");
    Files.copy(template, folder.resolve("mine/claims.json"));
    Path descriptor = folder.resolve("mine/plugin.json");
    String plugin = Files.readString(descriptor);
    int end = plugin.lastIndexOf('}');
    Files.writeString(
        descriptor, plugin.substring(0, end) + ", \"claims\": [\"claims.json\"]\n}\n");
    succeeds(
        "evaluate",
        "--plugin",
        descriptor.toString(),
        "--classifier",
        "ports",
        "--corpus",
        CORPUS,
        "--no-witness-check",
        "--out",
        at("run"));
    assertThat(BundleReader.read(folder.resolve("run/mine")).manifest().claimFiles())
        .containsKeys("my-product", "safemedia");
    assertThat(BundleReader.read(folder.resolve("run/ports")).manifest().claimFiles())
        .containsKey("safemedia")
        .doesNotContainKey("my-product");
  }

  @Test
  void anArchiveThatReachesOutsideIsRefused() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("evil.zip"));
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.putArchiveEntry(new ZipArchiveEntry("../outside"));
      zip.write("x".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    assertThat(submit("evil.zip", "run"))
        .extracting(Cli.Ended::exitCode, Cli.Ended::err)
        .satisfies(
            values -> {
              assertThat(values.get(0)).isEqualTo(ExitCode.BAD_INPUT);
              assertThat((String) values.get(1)).contains("is no plain file in it");
            });
    Files.writeString(folder.resolve("text.zip"), "no archive");
    assertThat(submit("text.zip", "run").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
