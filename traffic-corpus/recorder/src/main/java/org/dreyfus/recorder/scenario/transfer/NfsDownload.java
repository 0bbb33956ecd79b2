package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** libnfs copies a film from an NFS version 4 server, nfs-ganesha: RFC 7530. */
final class NfsDownload extends ClientServer {

  private static final int PORT = 2_049;

  NfsDownload() {
    super(
        "nfs",
        "libnfs+nfs-ganesha/NFS/client-server",
        "Somebody copies a film from a network drive.",
        Set.of("nfs-ganesha", "nfs-ganesha-vfs", "libnfs-utils"));
  }

  @Override
  public void play(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    Worlds.readable(stage.host(SERVER).folder());
    contentOver(stage, PORT, Kind.plain("NFS", "libnfs"));
    Path configuration =
        stage.template(
            SERVER,
            "ganesha.conf",
            Map.of("address", stage.address(SERVER), "shared", shared.toString()));
    String script =
        "mkdir -p /var/lib/nfs; mount -t tmpfs none /var/lib/nfs; mount -t tmpfs none /run;"
            + " mkdir -p /run/ganesha /var/run/ganesha;"
            + " exec ganesha.nfsd -F -L /dev/stderr -f %s -p %s/ganesha.pid";
    stage
        .host(SERVER)
        .start(
            "unshare",
            "-m",
            "sh",
            "-c",
            script.formatted(configuration, stage.host(SERVER).folder()));
    stage.listening(SERVER, Transport.TCP, PORT, "ganesha.nfsd");
    stage.did(SERVER, "nfs-ganesha", "shared a folder");
    stage.did(CLIENT, "libnfs-utils", "copied the film");
    Path received = stage.host(CLIENT).folder().resolve("received");
    String url =
        "nfs://%s/films/%s?version=4".formatted(stage.address(SERVER), stage.work().fileName());
    stage.run(CLIENT, "nfs-cp", url, received.toString());
    stage.arrived(received);
  }
}
