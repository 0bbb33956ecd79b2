package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** Somebody downloads a film in the public domain from a library's web server, with wget. */
final class PublicLibrary extends ClientServer {

  PublicLibrary() {
    super(
        "library-wget",
        "wget+python/HTTP/client-server",
        "Somebody downloads an old film from a public library's web server.",
        Set.of("wget", "python3"));
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return Optional.of(LegalBasis.PUBLIC_DOMAIN);
  }

  @Override
  public void play(Stage stage) {
    String url = FileServer.start(stage, SERVER, stage.address(SERVER));
    stage.listening(SERVER, Transport.TCP, FileServer.PORT, "python3");
    contentOver(stage, FileServer.PORT, Kind.plain("HTTP", "wget"));
    stage.did(CLIENT, "wget", "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    stage.run(CLIENT, "wget", "-q", "-O", received.toString(), url);
    stage.arrived(received);
  }
}
