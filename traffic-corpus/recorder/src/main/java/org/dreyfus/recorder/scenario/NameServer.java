package org.dreyfus.recorder.scenario;

import java.util.Map;
import org.dreyfus.recorder.lab.Transport;

/** unbound answers for the lab's one name; kdig asks it. */
final class NameServer {

  private static final int DNS = 53;
  private static final int DNS_OVER_TLS = 853;

  private NameServer() {}

  /** Starts it, and declares look-ups by {@code client} as background. */
  static void start(Stage stage, String server, String client) {
    run(stage, server, "");
    stage.background(client, server, Transport.UDP, DNS, Kind.plain("DNS", "kdig"));
    stage.background(client, server, Transport.TCP, DNS, Kind.plain("DNS", "kdig"));
    stage.did(server, "unbound", "answered name look-ups");
  }

  /** Starts it with TLS, too. */
  static void startWithTls(Stage stage, String server, Certificate certificate) {
    String tls =
        """
          interface: %s@%d
          tls-port: %d
          tls-service-key: "%s"
          tls-service-pem: "%s"
        """
            .formatted(
                stage.address(server),
                DNS_OVER_TLS,
                DNS_OVER_TLS,
                certificate.key(),
                certificate.certificate());
    run(stage, server, tls);
    stage.listening(server, Transport.TCP, DNS_OVER_TLS, "unbound");
    stage.did(server, "unbound", "answered name look-ups");
  }

  /** Looks the lab's name up. */
  static String lookUp(Stage stage, String server, String client) {
    stage.did(client, "knot-dnsutils", "looked a name up");
    return stage
        .run(client, "kdig", "@" + stage.address(server), Certificate.NAME, "A", "+short")
        .strip();
  }

  private static void run(Stage stage, String server, String tls) {
    stage.template(
        server,
        "unbound.conf",
        Map.of(
            "folder",
            stage.host(server).folder().toString(),
            "address",
            stage.address(server),
            "name",
            Certificate.NAME,
            "tls",
            tls));
    stage
        .host(server)
        .start(
            "unbound", "-d", "-c", stage.host(server).folder().resolve("unbound.conf").toString());
    stage.listening(server, Transport.UDP, DNS, "unbound");
  }
}
