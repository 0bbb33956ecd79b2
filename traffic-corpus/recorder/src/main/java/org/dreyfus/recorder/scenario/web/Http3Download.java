package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** ngtcp2's client fetches a film from its server over HTTP/3 (RFC 9114), that is over QUIC. */
final class Http3Download extends ClientServer {

  private static final int PORT = 443;

  Http3Download() {
    super(
        "web-http3",
        "ngtcp2/HTTP 3/client-server",
        "Somebody downloads a film from a web server over HTTP 3.",
        Set.of("ngtcp2-server", "ngtcp2-client", "openssl"));
  }

  @Override
  public void play(Stage stage) {
    Certificate certificate = Certificate.create(stage, SERVER);
    Path root = stage.folder(SERVER, "www");
    stage.work().writeTo(root);
    stage.content(CLIENT, SERVER, Transport.UDP, PORT, Kind.encrypted("QUIC", "ngtcp2"));
    stage
        .host(SERVER)
        .start(
            "gtlsserver",
            "--quiet",
            "--htdocs=" + root,
            stage.address(SERVER),
            Integer.toString(PORT),
            certificate.key().toString(),
            certificate.certificate().toString());
    stage.listening(SERVER, Transport.UDP, PORT, "gtlsserver");
    stage.did(SERVER, "ngtcp2-server", "ran the web server");
    stage.did(CLIENT, "ngtcp2-client", "downloaded the film");
    Path received = stage.folder(CLIENT, "received");
    stage.run(
        CLIENT,
        "gtlsclient",
        "--quiet",
        "--exit-on-all-streams-close",
        "--sni=" + Certificate.NAME,
        "--download=" + received,
        stage.address(SERVER),
        Integer.toString(PORT),
        "https://%s/%s".formatted(Certificate.NAME, stage.work().fileName()));
    stage.arrived(received.resolve(stage.work().fileName()));
  }
}
