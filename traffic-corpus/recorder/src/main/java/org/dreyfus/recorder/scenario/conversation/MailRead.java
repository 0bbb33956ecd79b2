package org.dreyfus.recorder.scenario.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** curl reads a mail with a film attached from Dovecot: RFC 9051, RFC 1939, RFC 8314. */
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

  /** How the mail is read. */
  private enum Access {
    IMAP("imap", "IMAP", 143, false, "dovecot-imapd"),
    IMAPS("imaps", "IMAPS", 993, true, "dovecot-imapd"),
    POP3("pop3", "POP3", 110, false, "dovecot-pop3d"),
    POP3S("pop3s", "POPS", 995, true, "dovecot-pop3d");

    private final String scheme;
    private final String protocol;
    private final int port;
    private final boolean secure;
    private final String packageName;

    Access(String scheme, String protocol, int port, boolean secure, String packageName) {
      this.scheme = scheme;
      this.protocol = protocol;
      this.port = port;
      this.secure = secure;
      this.packageName = packageName;
    }

    private String path() {
      return packageName.equals("dovecot-imapd") ? "/INBOX;MAILINDEX=1" : "/1";
    }
  }

  private final Access access;

  private MailRead(Access access) {
    super(
        "mail-" + access.scheme,
        "curl+dovecot/" + access.protocol + "/client-server",
        "Somebody reads a mail that has a film attached, over %s."
            .formatted(access.scheme.toUpperCase(Locale.ROOT)),
        Set.of(access.packageName, "curl", "openssl"));
    this.access = access;
  }

  static List<Scenario> all() {
    return Arrays.stream(Access.values()).map(access -> (Scenario) new MailRead(access)).toList();
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
                "protocol", access.scheme.replaceFirst("s$", ""),
                "address", stage.address(SERVER),
                "mail", mail.toString(),
                "certificate", certificate.certificate().toString(),
                "key", certificate.key().toString()));
    Worlds.writable(mail);
    stage.host(SERVER).start("dovecot", "-F", "-c", configuration.toString());
    stage.listening(SERVER, Transport.TCP, access.port, "dovecot");
    contentOver(
        stage,
        access.port,
        access.secure
            ? Kind.encrypted(access.protocol, "curl")
            : Kind.plain(access.protocol, "curl"));
    stage.did(SERVER, access.packageName, "kept the mail");
    stage.did(CLIENT, "curl", "read the mail");
    Path message = stage.host(CLIENT).folder().resolve("message.txt");
    String url = "%s://u:pw@%s%s".formatted(access.scheme, stage.address(SERVER), access.path());
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
