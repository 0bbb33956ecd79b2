package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
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
import org.dreyfus.recorder.scenario.Worlds;

/** curl fetches a film from vsftpd in passive or active mode: RFC 959, with TLS RFC 4217. */
final class FtpDownload extends ClientServer {

  private static final int CONTROL_PORT = 21;
  private static final int FIRST_DATA_PORT = 30_000;
  private static final int LAST_DATA_PORT = 30_009;

  private static final int ACTIVE_DATA_PORT = 20;

  private final boolean secure;
  private final boolean active;

  private FtpDownload(String id, String how, boolean secure, boolean active) {
    super(
        id,
        "curl+vsftpd/" + how + "/client-server",
        "Somebody fetches a film from a file server over " + how + ".",
        Set.of("vsftpd", "curl", "openssl"));
    this.secure = secure;
    this.active = active;
  }

  static List<Scenario> all() {
    return List.of(
        new FtpDownload("ftp", "FTP", false, false),
        new FtpDownload("ftp-active", "FTP (active mode)", false, true),
        new FtpDownload("ftps", "FTPS", true, false));
  }

  @Override
  public void play(Stage stage) {
    Path files = stage.work().shareFrom(stage.folder(SERVER, "files"));
    Path empty = stage.folder(SERVER, "empty");
    Certificate certificate = Certificate.create(stage, SERVER);
    String tls =
        """
        ssl_enable=YES
        allow_anon_ssl=YES
        force_anon_data_ssl=YES
        force_anon_logins_ssl=YES
        rsa_cert_file=%s
        rsa_private_key_file=%s
        require_ssl_reuse=NO
        ssl_ciphers=HIGH
        """
            .formatted(certificate.certificate(), certificate.key());
    Path configuration =
        stage.template(
            SERVER,
            "vsftpd.conf",
            Map.of(
                "files", files.toString(),
                "empty", empty.toString(),
                "first", Integer.toString(FIRST_DATA_PORT),
                "last", Integer.toString(LAST_DATA_PORT),
                "tls", secure ? tls : ""));
    Worlds.readable(files);
    Worlds.readable(empty);
    stage.host(SERVER).start("vsftpd", configuration.toString());
    stage.listening(SERVER, Transport.TCP, CONTROL_PORT, "vsftpd");
    declareFlows(stage);
    stage.did(SERVER, "vsftpd", "served the film");
    stage.did(CLIENT, "curl", "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--disable-epsv", "-o", received.toString()));
    if (secure) {
      command.addAll(List.of("-k", "--ssl-reqd"));
    }
    if (active) {
      String range = "%s:%d-%d".formatted(stage.address(CLIENT), FIRST_DATA_PORT, LAST_DATA_PORT);
      command.addAll(List.of("--ftp-port", range, "--disable-eprt"));
    }
    command.add("ftp://" + stage.address(SERVER) + "/" + stage.work().fileName());
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }

  private void declareFlows(Stage stage) {
    Kind control = secure ? Kind.encrypted("FTPS", "curl") : Kind.plain("FTP_CONTROL", "curl");
    Kind data = secure ? Kind.encrypted("TLS", "curl") : Kind.plain("FTP_DATA", "curl");
    stage.control(CLIENT, SERVER, Transport.TCP, CONTROL_PORT, control);
    if (active) {
      stage.content(CLIENT, SERVER, Transport.TCP, ACTIVE_DATA_PORT, data);
      stage.announced(SERVER, ACTIVE_DATA_PORT);
    }
    for (int port = FIRST_DATA_PORT; port <= LAST_DATA_PORT; port++) {
      if (!active) {
        stage.content(CLIENT, SERVER, Transport.TCP, port, data);
      }
      stage.announced(active ? CLIENT : SERVER, port);
    }
  }
}
