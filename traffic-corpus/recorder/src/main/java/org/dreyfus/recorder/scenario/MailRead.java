package org.dreyfus.recorder.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;

/** curl reads a mail with a film attached from Dovecot: RFC 9051, plain or over TLS. */
final class MailRead extends ClientServer {

  private static final String HEADER =
      """
      From: anna@example.test\r
      To: ben@example.test\r
      Subject: as promised\r
      Content-Type: video/x-matroska\r
      Content-Transfer-Encoding: base64\r
      \r
      """;

  private final boolean secure;

  private MailRead(boolean secure) {
    super(
        secure ? "mail-imaps" : "mail-imap",
        "curl+dovecot/" + (secure ? "IMAPS" : "IMAP") + "/client-server",
        "Somebody reads a mail that has a film attached" + (secure ? ", over TLS." : "."),
        Set.of("dovecot-imapd", "curl", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new MailRead(false), new MailRead(true));
  }

  @Override
  public void play(Stage stage) {
    Certificate certificate = Certificate.create(stage, SERVER);
    Path folder = stage.host(SERVER).folder();
    Path mail = stage.folder(SERVER, "mail");
    for (String part : List.of("mail/new", "mail/tmp", "mail/cur")) {
      stage.folder(SERVER, part);
    }
    String body = Base64.getMimeEncoder().encodeToString(stage.work().bytes());
    stage.write(SERVER, "mail/cur/1.lab:2,S", HEADER + body + "\r\n");
    Path configuration =
        stage.template(
            SERVER,
            "dovecot.conf",
            Map.of(
                "folder", folder.toString(),
                "address", stage.address(SERVER),
                "mail", mail.toString(),
                "certificate", certificate.certificate().toString(),
                "key", certificate.key().toString()));
    Worlds.writable(mail);
    stage.host(SERVER).start("dovecot", "-F", "-c", configuration.toString());
    int port = secure ? 993 : 143;
    stage.listening(SERVER, Transport.TCP, port, "dovecot");
    contentOver(stage, port, secure ? Kind.encrypted("IMAPS", "curl") : Kind.plain("IMAP", "curl"));
    stage.did(SERVER, "dovecot-imapd", "kept the mail");
    stage.did(CLIENT, "curl", "read the mail");
    Path message = stage.host(CLIENT).folder().resolve("message.txt");
    String url =
        "%s://u:pw@%s/INBOX;MAILINDEX=1"
            .formatted(secure ? "imaps" : "imap", stage.address(SERVER));
    stage.run(CLIENT, "curl", "-sSk", url, "-o", message.toString());
    stage.arrived(attachment(stage, message));
  }

  private static Path attachment(Stage stage, Path message) {
    try {
      String text = Files.readString(message, StandardCharsets.US_ASCII);
      String body = text.replace("\r\n", "\n").split("\n\n", 2)[1];
      Path received = stage.host(CLIENT).folder().resolve("received.mkv");
      return Files.write(received, Base64.getMimeDecoder().decode(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
