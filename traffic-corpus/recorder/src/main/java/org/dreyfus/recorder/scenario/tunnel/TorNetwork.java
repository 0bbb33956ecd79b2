package org.dreyfus.recorder.scenario.tunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dreyfus.recorder.RecordingFailure;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Stage;

/**
 * A Tor network of its own: three relays that are directory authorities and exits, too, with votes
 * every 20 seconds (TestingTorNetwork), and what a client or a bridge needs to use it.
 */
final class TorNetwork {

  static final List<String> RELAYS = List.of("relay-a", "relay-b", "relay-c");
  static final int OR_PORT = 9_001;
  static final int DIR_PORT = 9_030;
  static final int BRIDGE_PORT = 34_443;
  static final String PROXY = "127.0.0.1:9050";

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Stage stage;
  private final StringBuilder authorities = new StringBuilder();

  TorNetwork(Stage stage) {
    this.stage = stage;
  }

  /** Starts the relays. */
  void start() {
    for (String relay : RELAYS) {
      authorities.append(authority(relay));
    }
    for (String relay : RELAYS) {
      String role =
          """
          Nickname %s
          Address %s
          ORPort %s:%d
          DirPort %s:%d
          SocksPort 0
          ContactInfo relay@example.test
          ExitRelay 1
          ExitPolicyRejectPrivate 0
          ExitPolicy accept *:*
          AuthoritativeDirectory 1
          V3AuthoritativeDirectory 1
          TestingV3AuthInitialVotingInterval 20
          TestingV3AuthInitialVoteDelay 4
          TestingV3AuthInitialDistDelay 4
          V3AuthVotingInterval 20
          V3AuthVoteDelay 4
          V3AuthDistDelay 4
          """
              .formatted(
                  nickname(relay),
                  stage.address(relay),
                  stage.address(relay),
                  OR_PORT,
                  stage.address(relay),
                  DIR_PORT);
      tor(relay, role);
      stage.listening(relay, Transport.TCP, OR_PORT, "tor");
      stage.listening(relay, Transport.TCP, DIR_PORT, "tor");
      stage.did(relay, "tor", "relayed what it could not read");
    }
  }

  /** Starts a client that enters by a relay, and waits until it is ready. */
  void client(String host) {
    client(host, "");
  }

  /** Starts a bridge that speaks obfs4, and then a client that enters by it. */
  void clientByBridge(String host, String bridge) {
    String role =
        """
        Nickname bridge
        Address %s
        SocksPort 0
        BridgeRelay 1
        PublishServerDescriptor 0
        ORPort 127.0.0.1:5100 NoAdvertise
        ORPort %s:5101 NoListen
        ServerTransportPlugin obfs4 exec /usr/bin/obfs4proxy
        ServerTransportListenAddr obfs4 %s:%d
        ExtORPort auto
        """
            .formatted(
                stage.address(bridge), stage.address(bridge), stage.address(bridge), BRIDGE_PORT);
    tor(bridge, role);
    stage.listening(bridge, Transport.TCP, BRIDGE_PORT, "obfs4proxy");
    stage.did(bridge, "obfs4proxy", "let the client into the network");
    Path data = data(bridge);
    String line = awaitLine(data.resolve("pt_state/obfs4_bridgeline.txt"), "cert=");
    String certificate = line.replaceAll("(?s).*(cert=\\S+).*", "$1");
    String fingerprint = awaitLine(data.resolve("fingerprint"), " ").strip().split(" ")[1];
    client(
        host,
        """
        UseBridges 1
        ClientTransportPlugin obfs4 exec /usr/bin/obfs4proxy
        Bridge obfs4 %s:%d %s %s iat-mode=0
        """
            .formatted(stage.address(bridge), BRIDGE_PORT, fingerprint, certificate));
  }

  private void client(String host, String entrance) {
    Running running = tor(host, "SocksPort " + PROXY + "\n" + entrance);
    running.awaitOutput("Bootstrapped 100", LIMIT);
    stage.did(host, "tor", "went through the network");
  }

  private Running tor(String host, String role) {
    Path configuration =
        stage.template(
            host,
            "torrc",
            Map.of(
                "data", data(host).toString(),
                "role", role,
                "authorities", authorities.toString()));
    return stage.host(host).start("tor", "-f", configuration.toString());
  }

  private Path data(String host) {
    Path data = stage.folder(host, "tor");
    stage.run(host, "chmod", "700", data.toString());
    return data;
  }

  /** Makes a relay's keys and returns the line by which all others know it. */
  private String authority(String relay) {
    Path keys = stage.folder(relay, "tor/keys");
    Path data = data(relay);
    String address = stage.address(relay);
    String gencert =
        "cd %s && echo lab | tor-gencert --create-identity-key --passphrase-fd 0 -a %s:%d -m 12"
            .formatted(keys, address, DIR_PORT);
    stage.run(relay, "sh", "-c", gencert);
    stage
        .host(relay)
        .attempt(
            Duration.ofSeconds(30),
            "tor",
            "--list-fingerprint",
            "--ORPort",
            Integer.toString(OR_PORT),
            "--DataDirectory",
            data.toString(),
            "--Nickname",
            nickname(relay),
            "--DirAuthority",
            "x 127.0.0.1:1 " + "f".repeat(40),
            "--ignore-missing-torrc",
            "-f",
            "/nonexistent");
    String fingerprint = read(data.resolve("fingerprint")).strip().split(" ", 2)[1];
    String identity =
        read(keys.resolve("authority_certificate"))
            .lines()
            .filter(line -> line.startsWith("fingerprint "))
            .findFirst()
            .orElseThrow()
            .split(" ")[1];
    return "DirAuthority %s orport=%d no-v2 v3ident=%s %s:%d %s%n"
        .formatted(
            nickname(relay), OR_PORT, identity, address, DIR_PORT, fingerprint.replace(" ", ""));
  }

  private static String nickname(String relay) {
    return relay.replace("-", "");
  }

  private static String awaitLine(Path file, String wanted) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!Files.exists(file) || !read(file).contains(wanted)) {
      if (System.nanoTime() > deadline) {
        throw new RecordingFailure(file.getFileName() + " was never written");
      }
      LabHost.pause(Duration.ofMillis(200));
    }
    return read(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
