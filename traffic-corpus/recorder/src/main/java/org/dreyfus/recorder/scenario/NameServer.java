package org.dreyfus.recorder.scenario;

import java.util.Map;
import org.dreyfus.recorder.lab.Transport;

/** unbound answers for the lab's names. */
public final class NameServer {

  private static final int DNS = 53;
  private static final int DNS_OVER_TLS = 853;
  private static final int DNS_OVER_HTTPS = 443;

  private NameServer() {}

  /** Starts it, has {@code client} look names up there, and declares that as background. */
  public static void start(Stage stage, String server, String client) {
    run(stage, server, "");
    stage.host(client).resolver(stage.address(server));
    stage.background(client, server, Transport.UDP, DNS, Kind.plain("DNS", "resolver"));
    stage.background(client, server, Transport.TCP, DNS, Kind.plain("DNS", "resolver"));
    stage.did(server, "unbound", "answered name look-ups");
  }

  /** Starts it with TLS, too. */
  public static void startWithTls(Stage stage, String server, Certificate certificate) {
    String tls =
        """
          interface: %s@%d
          interface: %s@%d
          tls-port: %d
          https-port: %d
          tls-service-key: "%s"
          tls-service-pem: "%s"
        """
            .formatted(
                stage.address(server),
                DNS_OVER_TLS,
                stage.address(server),
                DNS_OVER_HTTPS,
                DNS_OVER_TLS,
                DNS_OVER_HTTPS,
                certificate.key(),
                certificate.certificate());
    run(stage, server, tls);
    stage.listening(server, Transport.TCP, DNS_OVER_TLS, "unbound");
    stage.listening(server, Transport.TCP, DNS_OVER_HTTPS, "unbound");
    stage.did(server, "unbound", "answered name look-ups");
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
