package org.dreyfus.recorder.scenario;

import java.time.Duration;
import java.util.Map;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;

/** A WireGuard tunnel in user space. */
final class WireGuard {

  private static final String DEVICE = "wg0";
  private static final String PORT = "51820";

  private WireGuard() {}

  static void up(Stage stage, String server, String client) {
    String serverKey = key(stage, server);
    String clientKey = key(stage, client);
    for (String host : new String[] {server, client}) {
      stage
          .host(host)
          .start(
              Map.of("WG_PROCESS_FOREGROUND", "1"),
              "unshare",
              "-m",
              "sh",
              "-c",
              "mkdir -p /run/wireguard; mount -t tmpfs none /run/wireguard; exec wireguard-go -f "
                  + DEVICE
                  + " & sleep 1.2; "
                  + "wg set "
                  + DEVICE
                  + " "
                  + settings(stage, host, server, client, serverKey, clientKey)
                  + "; wait");
      stage.did(host, "wireguard-go", "held one end of the tunnel");
    }
    LabHost.pause(Duration.ofMillis(1_800));
    address(stage, server, Vpn.SERVER_ADDRESS);
    address(stage, client, Vpn.CLIENT_ADDRESS);
    stage.listening(server, Transport.UDP, 51_820, "wireguard-go");
    stage
        .host(client)
        .attempt(Duration.ofSeconds(10), "ping", "-c", "1", "-W", "5", Vpn.SERVER_ADDRESS);
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
    stage.run(host, "ip", "link", "set", DEVICE, "up", "mtu", "1420");
  }
}
