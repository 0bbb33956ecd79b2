package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** swaks sends a mail with a film attached, in the clear: RFC 5321. */
final class MailSent extends ClientServer {

  private static final int PORT = 25;

  MailSent() {
    super(
        "mail-smtp",
        "swaks/SMTP/client-server",
        "Somebody sends a film as a mail attachment.",
        Set.of("swaks", "python3"));
  }

  @Override
  public void play(Stage stage) {
    Path film = stage.work().writeTo(stage.folder(CLIENT, "films"));
    Path script = stage.template(SERVER, "mail_sink.py", Map.of());
    Path received = stage.host(SERVER).folder().resolve("received.mkv");
    stage
        .host(SERVER)
        .start(
            "/usr/bin/python3",
            "-W",
            "ignore",
            script.toString(),
            stage.address(SERVER),
            received.toString());
    stage.listening(SERVER, Transport.TCP, PORT, "python3");
    contentOver(stage, PORT, Kind.plain("SMTP", "swaks"));
    stage.did(SERVER, "python3", "took the mail");
    stage.did(CLIENT, "swaks", "sent the mail");
    stage.run(
        CLIENT,
        "swaks",
        "--server",
        stage.address(SERVER),
        "--helo",
        "client.example.test",
        "--from",
        "anna@example.test",
        "--to",
        "ben@example.test",
        "--header",
        "Subject: as promised",
        "--attach",
        "@" + film,
        "--suppress-data");
    stage.awaitArrival(received, Duration.ofSeconds(10));
  }
}
