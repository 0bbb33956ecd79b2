package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Stage;

/** OpenVPN between two machines, in the ways that its hand-shake can be had. */
enum OpenVpn {
  /** TLS, recognisable from the first packet. */
  TLS,
  /** TLS inside a shared key: {@code --tls-crypt}. Nothing but the opcode can be read. */
  TLS_CRYPT,
  /** A shared key and no hand-shake at all: {@code --secret}. */
  STATIC_KEY;

  static final int PORT = 1_194;

  private static final Duration LIMIT = Duration.ofSeconds(40);

  void up(Stage stage, String server, String client, Transport transport) {
    boolean tcp = transport == Transport.TCP;
    Path shared = stage.host(server).folder().resolve("shared.key");
    stage.run(server, "openvpn", "--genkey", "secret", shared.toString());
    Certificate here = Certificate.create(stage, server);
    Certificate there = Certificate.create(stage, client);
    List<String> listen = new ArrayList<>(base(tcp ? "tcp-server" : "udp"));
    listen.addAll(List.of("--local", stage.address(server), "--port", "" + PORT));
    listen.addAll(List.of("--ifconfig", Vpn.SERVER_ADDRESS, Vpn.CLIENT_ADDRESS));
    listen.addAll(secrets(true, shared, here, there));
    List<String> connect = new ArrayList<>(base(tcp ? "tcp-client" : "udp"));
    connect.addAll(List.of("--remote", stage.address(server), "--port", "" + PORT, "--nobind"));
    connect.addAll(List.of("--ifconfig", Vpn.CLIENT_ADDRESS, Vpn.SERVER_ADDRESS));
    connect.addAll(secrets(false, shared, there, here));
    Running serving = stage.host(server).start(listen.toArray(String[]::new));
    stage.listening(server, transport, PORT, "openvpn");
    Running connecting = stage.host(client).start(connect.toArray(String[]::new));
    stage.did(server, "openvpn", "held one end of the tunnel");
    stage.did(client, "openvpn", "held the other end of the tunnel");
    connecting.awaitOutput("Initialization Sequence Completed", LIMIT);
    if (this != STATIC_KEY) {
      serving.awaitOutput("Initialization Sequence Completed", LIMIT);
    }
    LabHost.pause(Duration.ofMillis(300));
  }

  private static List<String> base(String proto) {
    return List.of("openvpn", "--mode", "p2p", "--dev", "tun", "--proto", proto, "--verb", "3");
  }

  private List<String> secrets(boolean server, Path shared, Certificate own, Certificate peer) {
    if (this == STATIC_KEY) {
      return List.of(
          "--secret",
          shared.toString(),
          server ? "0" : "1",
          "--cipher",
          "AES-256-CBC",
          "--ping",
          "2");
    }
    List<String> secrets =
        new ArrayList<>(
            List.of(
                "--ca",
                peer.certificate().toString(),
                "--cert",
                own.certificate().toString(),
                "--key",
                own.key().toString(),
                "--data-ciphers",
                "AES-256-GCM"));
    secrets.addAll(server ? List.of("--tls-server", "--dh", "none") : List.of("--tls-client"));
    if (this == TLS_CRYPT) {
      secrets.addAll(List.of("--tls-crypt", shared.toString()));
    }
    return secrets;
  }
}
