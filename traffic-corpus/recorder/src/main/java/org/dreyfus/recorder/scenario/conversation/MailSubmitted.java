package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** swaks hands a mail with a film in for delivery, encrypted: RFC 8314 and RFC 3207. */
final class MailSubmitted extends ClientServer {

  private final boolean startTls;

  private MailSubmitted(boolean startTls) {
    super(
        startTls ? "mail-submission-starttls" : "mail-smtps",
        "swaks+aiosmtpd/" + (startTls ? "SMTP with STARTTLS" : "SMTPS") + "/client-server",
        "Somebody sends a film as a mail attachment, encrypted"
            + (startTls ? " after a plain greeting." : " from the start."),
        Set.of("swaks", "libnet-ssleay-perl", "python3-aiosmtpd", "openssl"));
    this.startTls = startTls;
  }

  static List<Scenario> all() {
    return List.of(new MailSubmitted(true), new MailSubmitted(false));
  }

  private int port() {
    return startTls ? 587 : 465;
  }

  @Override
  public void play(Stage stage) {
    Path film = stage.work().writeTo(stage.folder(CLIENT, "films"));
    Certificate certificate = Certificate.create(stage, SERVER);
    Path script = stage.template(SERVER, "mail_submission.py", Map.of());
    Path received = stage.host(SERVER).folder().resolve("received");
    stage
        .host(SERVER)
        .start(
            "/usr/bin/python3",
            script.toString(),
            stage.address(SERVER),
            Integer.toString(port()),
            certificate.certificate().toString(),
            certificate.key().toString(),
            received.toString());
    stage.listening(SERVER, Transport.TCP, port(), "python3");
    contentOver(stage, port(), Kind.encrypted(startTls ? "SMTP" : "SMTPS", "swaks"));
    stage.did(SERVER, "python3-aiosmtpd", "took the mail");
    stage.did(CLIENT, "swaks", "sent the mail");
    List<String> command = new ArrayList<>(List.of("swaks", "--server", stage.address(SERVER)));
    command.addAll(List.of("--port", Integer.toString(port()), "--helo", "client.example.test"));
    command.add(startTls ? "--tls" : "--tls-on-connect");
    command.addAll(List.of("--from", "anna@example.test", "--to", "ben@example.test"));
    command.addAll(List.of("--header", "Subject: as promised", "--attach", "@" + film));
    command.add("--suppress-data");
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.awaitArrival(received, Duration.ofSeconds(10));
  }
}
