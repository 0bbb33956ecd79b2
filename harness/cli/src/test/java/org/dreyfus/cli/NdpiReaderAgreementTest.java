package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code classify --classifier ndpi --flows ndpi} against Debian's {@code ndpiReader}, for every
 * recorded session: flows, packets and bytes by protocol. ndpiReader's totals count a flow under
 * its application protocol ({@code Google} of {@code DNS.Google}), its list of flows names both.
 */
@Tag("slow")
class NdpiReaderAgreementTest {

  private static final Pattern TOTAL =
      Pattern.compile("\\s+(\\S+)\\s+packets:\\s+(\\d+)\\s+bytes:\\s+(\\d+)\\s+flows:\\s+(\\d+).*");

  @TempDir Path folder;

  @Test
  void totalsAreTheSameForEverySession() throws IOException, InterruptedException {
    boolean required = System.getenv("CI") != null;
    Assumptions.assumeTrue(required || isInstalled(), "ndpiReader (libndpi-bin) is not installed");
    System.setProperty("dreyfus.home", Cli.HOME.toString());
    Corpus corpus = Corpus.open(Installation.corpus("default"));
    for (Session session : corpus.sessions()) {
      String capture = unpacked(corpus.capture(session)).toString();
      assertThat(ours(capture)).as(session.id()).isEqualTo(ndpiReader(capture));
    }
  }

  /** ndpiReader reads no compressed files. */
  private Path unpacked(Path capture) throws IOException {
    if (!capture.toString().endsWith(".gz")) {
      return capture;
    }
    Path unpacked = folder.resolve("capture.pcap");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(capture))) {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
    }
    return unpacked;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      new ProcessBuilder("ndpiReader", "-h").redirectErrorStream(true).start().destroy();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Protocol to "flows packets bytes". */
  private static Map<String, String> ndpiReader(String capture)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ndpiReader", "-i", capture, "-v", "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    String totals = printed.split("Detected protocols:")[1].split("Protocol statistics:")[0];
    Map<String, String> byProtocol = new TreeMap<>();
    totals
        .lines()
        .map(TOTAL::matcher)
        .filter(Matcher::matches)
        .forEach(m -> byProtocol.put(m.group(1), m.group(4) + " " + m.group(2) + " " + m.group(3)));
    return byProtocol;
  }

  private static Map<String, String> ours(String capture) throws IOException {
    Cli.Ended ended =
        Cli.run("classify", "--classifier", "ndpi", "--flows", "ndpi", "--format", "json", capture);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    Map<String, long[]> totals = new TreeMap<>();
    for (String line : ended.out().lines().toList()) {
      FlowLine flow = ResultJson.json().parse(line, FlowLine.class, capture);
      String application = flow.protocol().substring(flow.protocol().lastIndexOf('.') + 1);
      long[] total = totals.computeIfAbsent(application, protocol -> new long[3]);
      total[0]++;
      total[1] += flow.packets();
      total[2] += flow.bytes();
    }
    Map<String, String> byProtocol = new TreeMap<>();
    totals.forEach((p, t) -> byProtocol.put(p, t[0] + " " + t[1] + " " + t[2]));
    return byProtocol;
  }
}
