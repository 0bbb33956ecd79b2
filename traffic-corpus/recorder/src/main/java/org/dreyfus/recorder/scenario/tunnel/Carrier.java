package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.SshServer;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Tunnels for single connections: between a port of the client's own machine and the server. Some
 * forward to one place, others are SOCKS proxies (RFC 1928).
 */
enum Carrier {
  SSH_FORWARDING("ssh-forwarding", "openssh", "SSH", 22, "openssh-server", "openssh-client") {
    @Override
    void open(Stage stage, int target) {
      String ends = "127.0.0.1:%d:127.0.0.1:%d".formatted(LOCAL_PORT, target);
      ssh(stage, List.of("-L", ends));
    }
  },
  SSH_SOCKS("ssh-socks", "openssh", "SSH", 22, "openssh-server", "openssh-client") {
    @Override
    void open(Stage stage, int target) {
      ssh(stage, List.of("-D", "127.0.0.1:" + LOCAL_PORT));
    }
  },
  STUNNEL("stunnel", "stunnel", "TLS", 443, "stunnel4", "openssl") {
    @Override
    void open(Stage stage, int target) {
      Certificate certificate = Certificate.create(stage, SERVER);
      String here =
          "accept = %s:443\nconnect = 127.0.0.1:%d\ncert = %s\nkey = %s\n"
              .formatted(
                  stage.address(SERVER), target, certificate.certificate(), certificate.key());
      String there =
          "client = yes\naccept = 127.0.0.1:%d\nconnect = %s:443\n"
              .formatted(LOCAL_PORT, stage.address(SERVER));
      String common = "foreground = yes\npid =\n[tunnel]\n";
      Path server = stage.write(SERVER, "stunnel.conf", common + here);
      Path client = stage.write(CLIENT, "stunnel.conf", common + there);
      both(stage, List.of("stunnel4", server.toString()), List.of("stunnel4", client.toString()));
    }
  },
  SHADOWSOCKS("shadowsocks", "shadowsocks-libev", "Shadowsocks", 8_388, "shadowsocks-libev") {
    @Override
    void open(Stage stage, int target) {
      Map<String, String> values = settings(stage);
      Path server = stage.template(SERVER, "shadowsocks.json", values);
      Path client = stage.template(CLIENT, "shadowsocks.json", values);
      both(
          stage,
          List.of("ss-server", "-c", server.toString()),
          List.of("ss-local", "-c", client.toString()));
    }
  },
  TROJAN("trojan", "trojan", "TLS", 443, "trojan", "openssl") {
    @Override
    void open(Stage stage, int target) {
      Certificate certificate = Certificate.create(stage, SERVER);
      Map<String, String> values = settings(stage);
      values.put("certificate", certificate.certificate().toString());
      values.put("key", certificate.key().toString());
      values.put("name", Certificate.NAME);
      Path server = stage.template(SERVER, "trojan-server.json", values);
      Path client = stage.template(CLIENT, "trojan-client.json", values);
      both(
          stage,
          List.of("trojan", "-c", server.toString()),
          List.of("trojan", "-c", client.toString()));
    }
  },
  VMESS("vmess", "v2ray", "HTTP", 8_080, "v2ray") {
    @Override
    void open(Stage stage, int target) {
      Map<String, String> values = settings(stage);
      values.put("user", UUID.randomUUID().toString());
      Path server = stage.template(SERVER, "v2ray-server.json", values);
      Path client = stage.template(CLIENT, "v2ray-client.json", values);
      both(
          stage,
          List.of("v2ray", "-config", server.toString()),
          List.of("v2ray", "-config", client.toString()));
    }
  },
  SOCKS("socks", "microsocks", "SOCKS", 1_080, "microsocks") {
    @Override
    void open(Stage stage, int target) {
      stage.host(SERVER).start("microsocks", "-i", stage.address(SERVER), "-p", "1080");
      stage.listening(SERVER, Transport.TCP, 1_080, "microsocks");
      stage.did(SERVER, "microsocks", "passed connections on");
    }

    @Override
    String proxy(Stage stage) {
      return stage.address(SERVER) + ":1080";
    }
  };

  static final String SERVER = "server";
  static final String CLIENT = "client";

  /** Where the tunnel begins, on the client's own machine. */
  static final int LOCAL_PORT = 1_080;

  private static final Set<Carrier> FORWARDING = Set.of(SSH_FORWARDING, STUNNEL);

  private final String id;
  private final String program;
  private final String protocol;
  private final int port;
  private final Set<String> packages;

  Carrier(String id, String program, String protocol, int port, String... packages) {
    this.id = id;
    this.program = program;
    this.protocol = protocol;
    this.port = port;
    this.packages = Set.of(packages);
  }

  String id() {
    return id;
  }

  String program() {
    return program;
  }

  /** Outermost protocol on the wire. */
  String protocol() {
    return protocol;
  }

  /** On which the server's end listens. */
  int port() {
    return port;
  }

  Set<String> packages() {
    return packages;
  }

  /** Part of the names of clusters, where program and protocol do not tell. */
  String topology() {
    return this == SSH_SOCKS ? "socks," : this == VMESS ? "vmess-over-websocket," : "";
  }

  /** Whether it leads to one place only; the others are proxies that lead anywhere. */
  boolean isForwarding() {
    return FORWARDING.contains(this);
  }

  /** The SOCKS proxy that programs of the client go through. */
  String proxy(Stage stage) {
    return "127.0.0.1:" + LOCAL_PORT;
  }

  /**
   * Builds it, and returns when both ends stand.
   *
   * @param target port of the server's own machine that a forwarding one leads to
   */
  abstract void open(Stage stage, int target);

  private static Map<String, String> settings(Stage stage) {
    String key = stage.run(SERVER, "openssl", "rand", "-hex", "16").strip();
    return new HashMap<>(
        Map.of("address", stage.address(SERVER), "local", "" + LOCAL_PORT, "password", key));
  }

  private static void ssh(Stage stage, List<String> what) {
    SshServer ssh = SshServer.start(stage, SERVER, CLIENT);
    List<String> command = new ArrayList<>(List.of("ssh"));
    command.addAll(ssh.options());
    command.add("-N");
    command.addAll(what);
    command.add("root@" + stage.address(SERVER));
    stage.did(CLIENT, "openssh-client", "held the tunnel");
    stage.host(CLIENT).start(command.toArray(String[]::new));
    stage.host(CLIENT).awaitListener(Transport.TCP, LOCAL_PORT);
  }

  void both(Stage stage, List<String> here, List<String> there) {
    LabHost server = stage.host(SERVER);
    server.start(here.toArray(String[]::new));
    stage.host(CLIENT).start(there.toArray(String[]::new));
    String name = here.get(0).equals("stunnel4") ? "stunnel" : here.get(0);
    stage.listening(SERVER, Transport.TCP, port, name);
    stage.host(CLIENT).awaitListener(Transport.TCP, LOCAL_PORT);
    String packageName =
        packages.stream().filter(p -> !p.equals("openssl")).findFirst().orElseThrow();
    stage.did(SERVER, packageName, "held one end of the tunnel");
    stage.did(CLIENT, packageName, "held the other end of the tunnel");
  }
}
