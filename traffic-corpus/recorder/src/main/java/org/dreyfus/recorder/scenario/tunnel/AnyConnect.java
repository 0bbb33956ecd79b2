package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** ocserv and openconnect: a VPN over TLS, with DTLS beside it unless that is switched off. */
final class AnyConnect {

  static final int PORT = 443;

  private AnyConnect() {}

  static void up(Stage stage, String server, String client, boolean datagrams) {
    Certificate certificate = Certificate.create(stage, server);
    String password = stage.run(server, "openssl", "rand", "-hex", "12").strip();
    Path folder = stage.host(server).folder();
    String hash = stage.run(server, "openssl", "passwd", "-5", password).strip();
    Path users = stage.write(server, "users", "anna:*:" + hash + "\n");
    Path configuration =
        stage.template(
            server,
            "ocserv.conf",
            Map.of(
                "address", stage.address(server),
                "users", users.toString(),
                "folder", folder.toString(),
                "certificate", certificate.certificate().toString(),
                "key", certificate.key().toString(),
                "udp", datagrams ? "udp-port = 443" : ""));
    stage.folder(server, "per-user");
    stage.write(server, "per-user/anna", "explicit-ipv4 = %s\n".formatted(Vpn.CLIENT_ADDRESS));
    Worlds.writable(folder);
    stage.host(server).start("ocserv", "-f", "-c", configuration.toString());
    stage.listening(server, Transport.TCP, PORT, "ocserv");
    stage.did(server, "ocserv", "held one end of the tunnel");
    stage.did(client, "openconnect", "held the other end of the tunnel");
    connect(stage, server, client, certificate, password, datagrams);
  }

  private static void connect(
      Stage stage,
      String server,
      String client,
      Certificate certificate,
      String password,
      boolean datagrams) {
    String pin =
        stage
            .run(
                client,
                "sh",
                "-c",
                "openssl x509 -in %s -pubkey -noout | openssl pkey -pubin -outform der"
                        .formatted(certificate.certificate())
                    + " | openssl dgst -sha256 -binary | base64")
            .strip();
    Path secret = stage.write(client, "password", password + "\n");
    Path script = stage.template(client, "vpn_script.sh", Map.of());
    stage.run(client, "chmod", "755", script.toString());
    String command =
        "exec openconnect --passwd-on-stdin -u anna --servercert pin-sha256:%s --script %s %s"
            + " https://%s < %s";
    Running connecting =
        stage
            .host(client)
            .start(
                "sh",
                "-c",
                command.formatted(
                    pin, script, datagrams ? "" : "--no-dtls", stage.address(server), secret));
    String ping = "for n in $(seq 100); do ping -q -c 1 -W 1 %s && exit 0; sleep 0.2; done; exit 1";
    stage.host(client).run(Duration.ofSeconds(40), "sh", "-c", ping.formatted(Vpn.SERVER_ADDRESS));
  }
}
