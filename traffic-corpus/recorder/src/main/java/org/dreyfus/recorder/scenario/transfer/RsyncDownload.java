package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** rsync fetches a film from an rsync daemon. */
final class RsyncDownload extends ClientServer {

  private static final int PORT = 873;

  RsyncDownload() {
    super(
        "rsync",
        "rsync/RSYNC/client-server",
        "Somebody mirrors a film from an rsync server.",
        Set.of("rsync"));
  }

  @Override
  public void play(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    Path configuration =
        stage.write(
            SERVER,
            "rsyncd.conf",
            "reverse lookup = no\n[films]\npath=%s\nuse chroot=no\n".formatted(shared));
    Worlds.readable(stage.host(SERVER).folder());
    stage.host(SERVER).start("rsync", "--daemon", "--no-detach", "--config=" + configuration);
    stage.listening(SERVER, Transport.TCP, PORT, "rsync");
    contentOver(stage, PORT, Kind.plain("RSYNC", "rsync"));
    stage.did(SERVER, "rsync", "served the film");
    stage.did(CLIENT, "rsync", "fetched the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    String source = "rsync://" + stage.address(SERVER) + "/films/" + stage.work().fileName();
    stage.run(CLIENT, "rsync", source, received.toString());
    stage.arrived(received);
  }
}
