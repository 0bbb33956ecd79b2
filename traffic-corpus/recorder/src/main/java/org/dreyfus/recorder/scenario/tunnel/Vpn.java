package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Stage;

/** Tunnels between two machines. Inside, the server is 192.168.88.1 and the client 192.168.88.2. */
enum Vpn {
  OPENVPN_UDP("openvpn-udp", "OpenVPN over UDP", "OpenVPN", "openvpn", Transport.UDP, 1194) {
    @Override
    void up(Stage stage, String server, String client) {
      openVpn(stage, server, client, "udp", "udp");
    }
  },
  OPENVPN_TCP("openvpn-tcp", "OpenVPN over TCP", "OpenVPN", "openvpn", Transport.TCP, 1194) {
    @Override
    void up(Stage stage, String server, String client) {
      openVpn(stage, server, client, "tcp-server", "tcp-client");
    }
  },
  WIREGUARD("wireguard", "WireGuard", "WireGuard", "wireguard-go", Transport.UDP, 51_820) {
    @Override
    void up(Stage stage, String server, String client) {
      WireGuard.up(stage, server, client);
    }
  };

  static final String SERVER_ADDRESS = "192.168.88.1";
  static final String CLIENT_ADDRESS = "192.168.88.2";

  private final String id;
  private final String title;
  private final String protocol;
  private final String program;
  private final Transport transport;
  private final int port;

  Vpn(String id, String title, String protocol, String program, Transport transport, int port) {
    this.id = id;
    this.title = title;
    this.protocol = protocol;
    this.program = program;
    this.transport = transport;
    this.port = port;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  String protocol() {
    return protocol;
  }

  String program() {
    return program;
  }

  Transport transport() {
    return transport;
  }

  int port() {
    return port;
  }

  Set<String> packages() {
    return this == WIREGUARD
        ? Set.of("wireguard-go", "wireguard-tools")
        : Set.of("openvpn", "openssl");
  }

  /** Builds the tunnel and returns when both ends are up. */
  abstract void up(Stage stage, String server, String client);

  private static void openVpn(
      Stage stage, String server, String client, String serverProto, String clientProto) {
    Certificate here = Certificate.create(stage, server);
    Certificate there = Certificate.create(stage, client);
    List<String> listen =
        options(serverProto, SERVER_ADDRESS, CLIENT_ADDRESS, here, there.certificate());
    listen.addAll(
        List.of(
            "--local", stage.address(server), "--port", "1194", "--tls-server", "--dh", "none"));
    Running serving = stage.host(server).start(listen.toArray(String[]::new));
    Transport transport = serverProto.equals("udp") ? Transport.UDP : Transport.TCP;
    stage.listening(server, transport, 1194, "openvpn");
    List<String> connect =
        options(clientProto, CLIENT_ADDRESS, SERVER_ADDRESS, there, here.certificate());
    connect.addAll(
        List.of("--remote", stage.address(server), "--port", "1194", "--nobind", "--tls-client"));
    Running connecting = stage.host(client).start(connect.toArray(String[]::new));
    stage.did(server, "openvpn", "held one end of the tunnel");
    stage.did(client, "openvpn", "held the other end of the tunnel");
    Duration limit = Duration.ofSeconds(40);
    connecting.awaitOutput("Initialization Sequence Completed", limit);
    serving.awaitOutput("Initialization Sequence Completed", limit);
    LabHost.pause(Duration.ofMillis(300));
  }

  private static List<String> options(
      String proto, String local, String remote, Certificate own, Path peer) {
    return new ArrayList<>(
        List.of(
            "openvpn",
            "--mode",
            "p2p",
            "--dev",
            "tun",
            "--proto",
            proto,
            "--ca",
            peer.toString(),
            "--cert",
            own.certificate().toString(),
            "--key",
            own.key().toString(),
            "--ifconfig",
            local,
            remote,
            "--data-ciphers",
            "AES-256-GCM",
            "--verb",
            "3"));
  }
}
