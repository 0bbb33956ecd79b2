package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;

/** A film moves over a WebSocket: RFC 6455. */
final class WebSocketDownload extends ClientServer {

  private static final int PORT = 80;

  WebSocketDownload() {
    super(
        "websocket",
        "websockets/WebSocket/client-server",
        "A web application hands somebody a film over a WebSocket.",
        Set.of("python3-websockets"));
  }

  @Override
  public void play(Stage stage) {
    Path film = stage.work().writeTo(stage.folder(SERVER, "films"));
    Path script = stage.template(SERVER, "websocket.py", Map.of());
    String address = stage.address(SERVER);
    stage
        .host(SERVER)
        .start("/usr/bin/python3", script.toString(), "serve", address, film.toString());
    stage.listening(SERVER, Transport.TCP, PORT, "python3");
    contentOver(stage, PORT, Kind.plain("WebSocket", "python3-websockets"));
    stage.did(SERVER, "python3-websockets", "served the film");
    stage.did(CLIENT, "python3-websockets", "received the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    stage.run(CLIENT, "/usr/bin/python3", script.toString(), "fetch", address, received.toString());
    stage.arrived(received);
  }
}
