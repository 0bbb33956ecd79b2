package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Stage;

/**
 * IPsec in user space: strongSwan with kernel-libipsec, IKEv2 (RFC 7296), ESP inside UDP (RFC
 * 3948). Each end has a mount namespace of its own, for strongSwan's files stand at fixed places.
 */
final class Ipsec {

  private static final int IKE_PORT = 500;
  private static final int ESP_PORT = 4_500;

  private Ipsec() {}

  static void up(Stage stage, String server, String client) {
    String key = stage.run(server, "openssl", "rand", "-hex", "24").strip();
    end(stage, server, client, Vpn.SERVER_ADDRESS, Vpn.CLIENT_ADDRESS, key, "");
    stage.listening(server, Transport.UDP, IKE_PORT, "charon");
    stage.listening(server, Transport.UDP, ESP_PORT, "charon");
    String connect = "(for n in 1 2 3 4 5 6 7 8; do sleep 1; ipsec up tunnel && break; done) & ";
    end(stage, client, server, Vpn.CLIENT_ADDRESS, Vpn.SERVER_ADDRESS, key, connect);
    LabHost from = stage.host(client);
    Duration limit = Duration.ofSeconds(30);
    String ping =
        "for n in $(seq 100); do ping -q -c 1 -W 1 -I %s %s && exit 0; sleep 0.2; done; exit 1";
    from.run(limit, "sh", "-c", ping.formatted(Vpn.CLIENT_ADDRESS, Vpn.SERVER_ADDRESS));
  }

  private static void end(
      Stage stage,
      String host,
      String peer,
      String inner,
      String peerInner,
      String key,
      String connect) {
    Path settings = stage.template(host, "strongswan.conf", Map.of());
    Path secrets = stage.write(host, "ipsec.secrets", ": PSK \"" + key + "\"\n");
    Path connection =
        stage.template(
            host,
            "ipsec.conf",
            Map.of(
                "left",
                stage.address(host),
                "right",
                stage.address(peer),
                "inner",
                inner,
                "peerInner",
                peerInner));
    String script =
        "mount --make-rprivate /; mount -t tmpfs none /run; mount --bind %s /etc/ipsec.conf;"
            + " mount --bind %s /etc/ipsec.secrets; (until ip addr add %s/32 dev ipsec0; do"
            + " sleep 0.2; done) & export STRONGSWAN_CONF=%s; %s exec ipsec start --nofork";
    stage
        .host(host)
        .start(
            "unshare",
            "-m",
            "sh",
            "-c",
            script.formatted(connection, secrets, inner, settings, connect));
    stage.did(host, "strongswan-starter", "held one end of the tunnel");
  }
}
