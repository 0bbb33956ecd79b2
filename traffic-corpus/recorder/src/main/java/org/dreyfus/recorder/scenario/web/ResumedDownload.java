package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Stage;

/** A download that breaks off and is resumed: range requests, RFC 9110, section 14. */
final class ResumedDownload extends ClientServer {

  ResumedDownload() {
    super(
        "web-http11-resumed",
        "curl+nginx/HTTP 1.1 ranges/client-server",
        "Somebody downloads a film from a web server in two goes.",
        Set.of("nginx-light", "curl", "unbound", "openssl"));
  }

  @Override
  public void play(Stage stage) {
    WebServer web = WebServer.start(stage, SERVER, CLIENT, false);
    stage.work().writeTo(web.root());
    contentOver(stage, web.port(), web.kind("curl"));
    stage.did(CLIENT, "curl", "downloaded the film in two goes");
    Path received = stage.host(CLIENT).folder().resolve("received");
    String url = web.url(stage.work().fileName());
    String half = "0-" + (stage.work().bytes().length / 2);
    stage.run(CLIENT, "curl", "-sS", "--fail", "-r", half, "-o", received.toString(), url);
    stage.run(CLIENT, "curl", "-sS", "--fail", "-C", "-", "-o", received.toString(), url);
    stage.arrived(received);
  }
}
