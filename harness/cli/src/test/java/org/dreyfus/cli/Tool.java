package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dreyfus.external.program.Bubblewrap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool that has an adapter, and how to ask it without the adapter. */
enum Tool {
  TSHARK {
    /** By display filter, for each protocol of the sessions in question. */
    @Override
    Map<Ends, String> ask(Path capture, Path scratch) throws IOException {
      Map<Ends, String> said = new TreeMap<>();
      Map.of("bittorrent", "BitTorrent", "dns", "DNS", "tls", "TLS", "ssh", "SSH", "http", "HTTP")
          .forEach((filter, protocol) -> conversations(capture, filter, protocol, said));
      return said;
    }
  },
  NDPIREADER {
    /** The list for people, not the table that the adapter reads. */
    @Override
    Map<Ends, String> ask(Path capture, Path scratch) throws IOException {
      Map<Ends, String> said = new TreeMap<>();
      Matcher flow = NDPI_FLOW.matcher(output("ndpiReader", "-i", capture.toString(), "-v", "2"));
      while (flow.find()) {
        if (!flow.group(5).equals("Unknown")) {
          said.put(
              Ends.of(
                  flow.group(1),
                  Integer.parseInt(flow.group(2)),
                  flow.group(3),
                  Integer.parseInt(flow.group(4))),
              flow.group(5));
        }
      }
      return said;
    }
  },
  SURICATA {
    /** With the configuration that Debian ships. */
    @Override
    Map<Ends, String> ask(Path capture, Path scratch) throws IOException {
      Path logs = Files.createTempDirectory(scratch, "eve");
      output(
          "suricata", "-r", capture.toString(), "-k", "none", "-S", "/dev/null", "-l", "" + logs);
      Map<Ends, String> said = new TreeMap<>();
      for (String line : Files.readAllLines(logs.resolve("eve.json"))) {
        JsonNode event = JsonMapper.shared().readTree(line);
        String name = event.path("app_proto").asString("failed");
        if (event.path("event_type").asString("").equals("flow") && !name.equals("failed")) {
          said.put(
              Ends.of(
                  event.get("src_ip").asString(),
                  event.get("src_port").asInt(),
                  event.get("dest_ip").asString(),
                  event.get("dest_port").asInt()),
              name.toUpperCase(Locale.ROOT));
        }
      }
      return said;
    }
  };

  private static final Pattern NDPI_FLOW =
      Pattern.compile("(?:TCP|UDP) (\\S+):(\\d+) <?->? (\\S+):(\\d+) \\[proto: [^/]*/([^]]+)]");

  abstract Map<Ends, String> ask(Path capture, Path scratch) throws IOException;

  /** Skips the test where the tool is missing. */
  void isNeeded() {
    boolean found =
        Files.isExecutable(Path.of("/usr/bin", program()))
            && Files.isExecutable(Path.of("/usr/bin/python3"));
    boolean required = System.getenv("CI") != null && this != SURICATA;
    assertThat(found || !required).as(program() + " and python3 are needed in CI").isTrue();
    assumeTrue(found, program() + " is missing; see classifier/adapters/README.md");
    assumeTrue(Bubblewrap.find().isPresent(), "bubblewrap is missing");
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String program() {
    return this == NDPIREADER ? "ndpiReader" : id();
  }

  /** What it says of each flow of a capture when nobody stands between. */
  Map<Ends, String> byHand(Path capture, Path scratch) throws IOException {
    Path plain = Files.createTempFile(scratch, "capture", ".pcap");
    try (InputStream in = Files.newInputStream(capture);
        InputStream unpacked = capture.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      Files.write(plain, unpacked.readAllBytes());
    }
    return ask(plain, scratch);
  }

  private static void conversations(
      Path capture, String filter, String protocol, Map<Ends, String> said) {
    String printed =
        output(
            "tshark",
            "-r",
            capture.toString(),
            "-n",
            "-Y",
            filter,
            "-T",
            "fields",
            "-e",
            "ip.src",
            "-e",
            "tcp.srcport",
            "-e",
            "udp.srcport",
            "-e",
            "ip.dst",
            "-e",
            "tcp.dstport",
            "-e",
            "udp.dstport");
    printed
        .lines()
        .map(line -> line.split("\t+"))
        .forEach(
            end ->
                said.put(
                    Ends.of(end[0], Integer.parseInt(end[1]), end[2], Integer.parseInt(end[3])),
                    protocol));
  }

  private static String output(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
      return printed;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(String.join(" ", command), e);
    }
  }
}
