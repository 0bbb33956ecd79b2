package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** curl fetches a film from a TFTP server: RFC 1350. The answer comes from a port of its own. */
final class TftpDownload extends ClientServer {

  private static final int PORT = 69;

  TftpDownload() {
    super(
        "tftp",
        "curl+tftpd-hpa/TFTP/client-server",
        "A device fetches a film from a boot server.",
        Set.of("tftpd-hpa", "curl"));
  }

  @Override
  public void play(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    Worlds.readable(stage.host(SERVER).folder());
    Kind kind = Kind.plain("TFTP", "curl");
    stage.control(CLIENT, SERVER, Transport.UDP, PORT, kind);
    stage.contentOnAnyPort(CLIENT, SERVER, Transport.UDP, kind);
    String address = stage.address(SERVER) + ":" + PORT;
    stage
        .host(SERVER)
        .start("in.tftpd", "-L", "--user", "nobody", "-a", address, "--secure", shared.toString());
    stage.listening(SERVER, Transport.UDP, PORT, "in.tftpd");
    stage.did(SERVER, "tftpd-hpa", "served the film");
    stage.did(CLIENT, "curl", "fetched the film");
    Path received = stage.host(CLIENT).folder().resolve("received");
    String url = "tftp://%s/%s".formatted(stage.address(SERVER), stage.work().fileName());
    stage.run(CLIENT, "curl", "-sS", "--fail", "-m", "40", "-o", received.toString(), url);
    stage.arrived(received);
  }
}
