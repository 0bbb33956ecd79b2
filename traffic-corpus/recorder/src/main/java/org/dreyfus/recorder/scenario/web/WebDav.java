package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** rclone copies a film out of a WebDAV folder (RFC 4918) that another rclone serves. */
final class WebDav extends ClientServer {

  private static final int PLAIN_PORT = 8080;
  private static final int TLS_PORT = 443;

  private final boolean secure;

  private WebDav(boolean secure) {
    super(
        "webdav" + (secure ? "-tls" : ""),
        "rclone/WebDAV" + (secure ? " over TLS" : "") + "/client-server",
        "Somebody copies a film from a WebDAV folder" + (secure ? " over TLS." : "."),
        Set.of("rclone", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new WebDav(false), new WebDav(true));
  }

  @Override
  public void play(Stage stage) {
    int port = secure ? TLS_PORT : PLAIN_PORT;
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    contentOver(
        stage, port, secure ? Kind.encrypted("TLS", "rclone") : Kind.plain("HTTP", "rclone"));
    List<String> serve = new ArrayList<>(List.of("rclone", "serve", "webdav", shared.toString()));
    serve.addAll(List.of("--read-only", "--addr", stage.address(SERVER) + ":" + port));
    if (secure) {
      Certificate certificate = Certificate.create(stage, SERVER);
      serve.addAll(List.of("--cert", certificate.certificate().toString()));
      serve.addAll(List.of("--key", certificate.key().toString()));
    }
    stage.host(SERVER).start(serve.toArray(String[]::new));
    stage.listening(SERVER, Transport.TCP, port, "rclone");
    stage.did(SERVER, "rclone", "shared a folder");
    stage.did(CLIENT, "rclone", "copied the film");
    Path received = stage.folder(CLIENT, "received");
    String url = "%s://%s:%d".formatted(secure ? "https" : "http", stage.address(SERVER), port);
    stage.run(
        CLIENT,
        "rclone",
        "copy",
        "--webdav-url",
        url,
        "--webdav-vendor",
        "other",
        "--no-check-certificate",
        "--retries",
        "1",
        ":webdav:",
        received.toString());
    stage.arrived(received.resolve(stage.work().fileName()));
  }
}
