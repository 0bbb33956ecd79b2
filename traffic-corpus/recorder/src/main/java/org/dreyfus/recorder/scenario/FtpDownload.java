package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;

/** curl fetches a film from vsftpd in passive mode: RFC 959, with TLS RFC 4217. */
final class FtpDownload extends ClientServer {

  private static final int CONTROL_PORT = 21;
  private static final int FIRST_DATA_PORT = 30_000;
  private static final int LAST_DATA_PORT = 30_009;

  private final boolean secure;

  private FtpDownload(boolean secure) {
    super(
        secure ? "ftps" : "ftp",
        "curl+vsftpd/" + (secure ? "FTPS" : "FTP") + "/client-server",
        "Somebody fetches a film from a file server over " + (secure ? "FTP with TLS." : "FTP."),
        Set.of("vsftpd", "curl", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new FtpDownload(false), new FtpDownload(true));
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
    command.add("ftp://" + stage.address(SERVER) + "/" + stage.work().fileName());
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }

  private void declareFlows(Stage stage) {
    Kind control = secure ? Kind.encrypted("FTPS", "curl") : Kind.plain("FTP_CONTROL", "curl");
    Kind data = secure ? Kind.encrypted("TLS", "curl") : Kind.plain("FTP_DATA", "curl");
    stage.control(CLIENT, SERVER, Transport.TCP, CONTROL_PORT, control);
    for (int port = FIRST_DATA_PORT; port <= LAST_DATA_PORT; port++) {
      stage.content(CLIENT, SERVER, Transport.TCP, port, data);
      stage.announced(SERVER, port);
    }
  }
}
