package org.dreyfus.recorder.scenario.tunnel;

import java.time.Duration;
import java.util.Map;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Stage;

/** A WireGuard tunnel in user space. */
final class WireGuard {

  private static final String DEVICE = "wg0";
  private static final String PORT = "51820";

  private WireGuard() {}

  static void up(Stage stage, String server, String client) {
    String serverKey = key(stage, server);
    String clientKey = key(stage, client);
    start(stage, server, settings(stage, server, server, client, serverKey, clientKey));
    stage.listening(server, Transport.UDP, 51_820, "wireguard-go");
    address(stage, server, Vpn.SERVER_ADDRESS);
    start(stage, client, settings(stage, client, server, client, serverKey, clientKey));
    address(stage, client, Vpn.CLIENT_ADDRESS);
    stage.run(client, "ping", "-q", "-c", "1", "-w", "15", Vpn.SERVER_ADDRESS);
  }

  /** The control socket stands in a folder that all of the machine would share. */
  private static void start(Stage stage, String host, String settings) {
    String socket = "/run/wireguard/" + DEVICE + ".sock";
    String script =
        "mkdir -p /run/wireguard; mount -t tmpfs none /run/wireguard; wireguard-go -f %s &"
            + " while [ ! -S %s ]; do sleep 0.1; done; wg set %s %s; ip link set %s up mtu 1420;"
            + " echo READY; wait";
    stage
        .host(host)
        .start(
            Map.of("WG_PROCESS_FOREGROUND", "1"),
            "unshare",
            "-m",
            "sh",
            "-c",
            script.formatted(DEVICE, socket, DEVICE, settings, DEVICE))
        .awaitOutput("READY", Duration.ofSeconds(30));
    stage.did(host, "wireguard-go", "held one end of the tunnel");
  }

  private static String settings(
      Stage stage, String host, String server, String client, String serverKey, String clientKey) {
    String own = stage.host(host).folder().resolve("wg.key").toString();
    return host.equals(server)
        ? "listen-port %s private-key %s peer %s allowed-ips %s/32"
            .formatted(PORT, own, clientKey, Vpn.CLIENT_ADDRESS)
        : "private-key %s peer %s endpoint %s:%s allowed-ips %s/32 persistent-keepalive 5"
            .formatted(own, serverKey, stage.address(server), PORT, Vpn.SERVER_ADDRESS);
  }

  /** Makes a private key and returns the public one. */
  private static String key(Stage stage, String host) {
    String path = stage.host(host).folder().resolve("wg.key").toString();
    stage.run(host, "sh", "-c", "umask 077; wg genkey > " + path);
    return stage.run(host, "sh", "-c", "wg pubkey < " + path).strip();
  }

  private static void address(Stage stage, String host, String address) {
    stage.run(host, "ip", "addr", "add", address + "/24", "dev", DEVICE);
  }
}
