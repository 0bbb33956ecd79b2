package org.dreyfus.recorder.scenario.event;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Downloads whose rights no coin can decide: an excerpt for a class, which a court may find fair,
 * and a work whose owner nobody can find.
 */
final class SettledDownload extends ClientServer {

  private final Optional<LegalBasis> basis;
  private final String program;

  private SettledDownload(
      String id, String cluster, String story, String program, Optional<LegalBasis> basis) {
    super(id, cluster, story, Set.of("python3", program));
    this.basis = basis;
    this.program = program;
  }

  static SettledDownload excerpt() {
    return new SettledDownload(
        "classroom-excerpt",
        "curl+python/HTTP/excerpt",
        "A pupil downloads an excerpt of a film that the teacher put up for class.",
        "curl",
        Optional.of(LegalBasis.FAIR_USE));
  }

  static SettledDownload orphan() {
    return new SettledDownload(
        "orphan-work",
        "wget+python/HTTP/archive",
        "Somebody downloads a film from an archive that could not find out whose it is.",
        "wget",
        Optional.empty());
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return basis;
  }

  @Override
  public Optional<String> undetermined() {
    return basis.isPresent()
        ? Optional.empty()
        : Optional.of("The archive could not find out whose work it is.");
  }

  @Override
  public void play(Stage stage) {
    String url = FileServer.start(stage, SERVER, stage.address(SERVER));
    stage.listening(SERVER, Transport.TCP, FileServer.PORT, "python3");
    contentOver(stage, FileServer.PORT, Kind.plain("HTTP", program));
    stage.did(CLIENT, program, "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received");
    if (program.equals("curl")) {
      stage.run(CLIENT, "curl", "-sS", "--fail", "-o", received.toString(), url);
    } else {
      stage.run(CLIENT, "wget", "-q", "-O", received.toString(), url);
    }
    stage.arrived(received);
  }
}
