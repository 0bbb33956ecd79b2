package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** curl puts a film on a web server: RFC 9110, section 9.3.4. */
final class WebUpload extends ClientServer {

  private final boolean secure;

  private WebUpload(boolean secure) {
    super(
        "upload-" + (secure ? "https" : "http"),
        "curl+nginx/" + (secure ? "HTTPS" : "HTTP 1.1") + "/upload",
        "Somebody uploads a film to a web server" + (secure ? " over HTTPS." : "."),
        Set.of("nginx-light", "curl", "unbound", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new WebUpload(false), new WebUpload(true));
  }

  @Override
  public void play(Stage stage) {
    WebServer web = WebServer.start(stage, SERVER, CLIENT, secure);
    contentOver(stage, web.port(), web.kind("curl"));
    stage.did(CLIENT, "curl", "uploaded the film");
    Path film = stage.work().writeTo(stage.folder(CLIENT, "films"));
    stage.run(
        CLIENT,
        "curl",
        "-sS",
        "--fail",
        "--cacert",
        web.certificate().certificate().toString(),
        "-T",
        film.toString(),
        web.url(stage.work().fileName()));
    stage.arrived(web.root().resolve(stage.work().fileName()));
  }
}
