package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A film moves over a WebSocket: RFC 6455. */
final class WebSocketDownload extends ClientServer {

  private final boolean secure;

  private WebSocketDownload(boolean secure) {
    super(
        secure ? "websocket-tls" : "websocket",
        secure ? "websockets/TLS/client-server" : "websockets/WebSocket/client-server",
        "A web application hands somebody a film over a WebSocket" + (secure ? ", over TLS." : "."),
        Set.of("python3-websockets", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new WebSocketDownload(false), new WebSocketDownload(true));
  }

  @Override
  public void play(Stage stage) {
    Path film = stage.work().writeTo(stage.folder(SERVER, "films"));
    Path script = stage.template(SERVER, "websocket.py", Map.of());
    String address = stage.address(SERVER);
    Certificate certificate = Certificate.create(stage, SERVER);
    String tls = secure ? certificate.certificate() + "," + certificate.key() : "plain";
    int port = secure ? 443 : 80;
    stage
        .host(SERVER)
        .start("/usr/bin/python3", script.toString(), "serve", address, tls, film.toString());
    stage.listening(SERVER, Transport.TCP, port, "python3");
    contentOver(
        stage,
        port,
        secure
            ? Kind.encrypted("TLS", "python3-websockets")
            : Kind.plain("WebSocket", "python3-websockets"));
    stage.did(SERVER, "python3-websockets", "served the film");
    stage.did(CLIENT, "python3-websockets", "received the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    stage.run(
        CLIENT, "/usr/bin/python3", script.toString(), "fetch", address, tls, received.toString());
    stage.arrived(received);
  }
}
